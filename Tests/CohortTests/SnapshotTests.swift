import Cohort
import Testing
