import Audit
import Foundation
import Testing

@testable import Gate
