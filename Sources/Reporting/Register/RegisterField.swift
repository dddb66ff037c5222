/// A field of the publication standard of the Dutch algorithm register, by the name that the register gives it.
enum RegisterField: String, CaseIterable {
    case name, organization, department
    case descriptionShort = "description_short"
    case category, status
    case beginDate = "begin_date"
    case endDate = "end_date"
    case contactEmail = "contact_email"
    case website
    case publicationCategory = "publication_category"
    case url, goal, impact, proportionality
    case decisionMakingProcess = "decision_making_process"
    case humanIntervention = "human_intervention"
    case risks, monitoring
    case lawfulBasis = "lawful_basis"
    case lawfulBasisLink = "lawful_basis_link"
    case processIndexURL = "process_index_url"
    case impactAssessments = "impacttoetsen"
    case sourceData = "source_data"
    case sourceDataLink = "source_data_link"
    case methodsAndModels = "methods_and_models"
    case provider, publiccode, tags, lang

    /// Who in a municipality knows it, as a key of the phrasebook.
    var keeper: Keeper {
        switch self {
        case .lawfulBasis, .lawfulBasisLink, .publicationCategory: .jurist
        case .processIndexURL, .impactAssessments: .privacyOfficer
        case .sourceData, .sourceDataLink, .methodsAndModels, .publiccode: .manager
        case .provider: .procurement
        case .contactEmail, .website, .url, .category, .tags, .lang, .department: .registrar
        case .name, .organization, .descriptionShort, .status, .beginDate, .endDate, .goal, .impact, .proportionality, .decisionMakingProcess,
            .humanIntervention, .risks, .monitoring:
            .productOwner
        }
    }

    enum Keeper: String, CaseIterable {
        case productOwner = "product_owner"
        case jurist
        case privacyOfficer = "privacy_officer"
        case manager
        case procurement
        case registrar
    }
}
