@main
struct FairnessAuditCommand { static func main() {} }
