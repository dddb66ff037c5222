/// Who the workshop in Huizen says is concerned. They read the report; nobody of them is measured, the resident's groups excepted.
enum HuizenStakeholders {
    static let lines: [InventoryLine] = [
        stakeholder(105, "Inwoner", "Resident"), stakeholder(106, "Familie", "Family"),
        stakeholder(107, "Consulent", "Counsellor", ["M12", "M13", "M14"]), stakeholder(108, "Werkgever", "Employer", ["M11", "M22"]),
        stakeholder(109, "Ontwikkelaar", "Developer", ["M24", "M26"]), stakeholder(110, "Belangenorganisatie", "Interest group"),
        stakeholder(111, "Welzijnsorganisatie", "Welfare organisation"), stakeholder(112, "Woordvoerder", "Spokesperson"),
        stakeholder(113, "Jurist", "Lawyer", ["M23"]), stakeholder(114, "Bedrijfsvoering en informatie", "Operations and information", ["M23"]),
        stakeholder(115, "Product owner", "Product owner"), stakeholder(116, "Beleidsontwikkelaar", "Policy developer", ["M2", "M5", "M20"]),
        stakeholder(117, "College", "Municipal executive"), stakeholder(118, "Gemeentesecretaris", "Municipal secretary"),
        stakeholder(119, "Trajectcoach", "Coach", ["M12", "M13", "M14"]), stakeholder(120, "AI-coalitie", "AI coalition"),
        stakeholder(121, "Vereniging van gemeenten", "Association of municipalities"), stakeholder(122, "Ministerie", "Ministry"),
        stakeholder(123, "Leverancier van de toets", "Supplier of the test", ["M6", "M7", "M25"]),
        stakeholder(124, "Toezichthouder privacy", "Privacy supervisor", ["M23", "M30"]),
        stakeholder(125, "Databeheerder", "Data manager", ["M23", "M30"]), stakeholder(126, "IT-partner", "IT partner", ["M24", "M26"]),
        stakeholder(127, "Media", "Media"),
    ]

    private static func stakeholder(_ line: Int, _ nl: String, _ en: String, _ indicators: [String] = []) -> InventoryLine {
        .huizen(line, .stakeholder, nl, en, indicators, unanswered: .addressee)
    }
}
