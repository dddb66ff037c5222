/// One word that stands on each line of the source that the inventory names.
enum InventoryKeywords {
    static let all: [String: String] = huizenEffects.merging(huizenRest) { first, _ in first }.merging(utrecht) { first, _ in first }

    private static let huizenEffects: [String: String] = [
        "H139": "KPI", "H140": "eigen kunnen", "H141": "Consequent", "H142": "vraag en aanbod", "H143": "motiveren", "H144": "Kwalitatief", "H145": "Tijdwinst",
        "H146": "Objectief instrument", "H147": "uitgeschakeld", "H148": "altijd een match", "H149": "Kennismaken", "H150": "Meer geholpen", "H151": "Realiseren",
        "H152": "meer tijd", "H153": "Verbinding", "H154": "Eigenaarschap", "H155": "Beter participanten", "H156": "macroniveau", "H157": "Duurzame relatie",
        "H158": "begeleidingsstijl", "H159": "mogelijkheden", "H160": "Profiling", "H161": "gemeente zelf", "H162": "Human in the loop", "H163": "in regio",
        "H164": "groter aanbod", "H165": "Netwerk",
        "H169": "onzekerheid", "H170": "geen match", "H171": "laaggeletterdheid", "H172": "Privacyrisico", "H173": "lang door", "H174": "Compliancekosten",
        "H175": "vs kosten", "H176": "Opslag", "H177": "Imago", "H178": "Angst om test", "H179": "Aanbieder centraal", "H180": "actueel", "H181": "Business case",
        "H182": "dagvoorziening", "H183": "verantwoordelijkheid", "H184": "Afhankelijkheid", "H185": "spannend", "H186": "Kwetsbare", "H187": "functiebedreiging",
        "H188": "sociaalwenselijke", "H189": "Digitale vaardigheden nodig", "H190": "bias bevestigen", "H191": "Blind", "H192": "Instrument komt", "H193": "opschaling",
        "H194": "Bugs",
    ]

    private static let huizenRest: [String: String] = [
        "H203a": "Duurzame inrichting", "H203b": "Goede relatie", "H204a": "objectiviteit", "H204b": "Welzijn", "H205a": "Persoonlijke ontwikkeling",
        "H205b": "Onafhankelijkheid", "H206a": "Effectiviteit", "H206b": "Menselijke betrokkenheid", "H207a": "toegankelijkheid", "H207b": "Betrokkenheid",
        "H208a": "Efficiëntie", "H208b": "Legitimiteit", "H209a": "Privacy", "H209b": "Meetbaarheid", "H210a": "Reputatie", "H210b": "Verbondenheid",
        "H224": "6 profielen", "H225": "Beschrijving algoritme", "H226": "Positief taalgebruik", "H230": "rapport voor inwoner", "H231": "generiek",
        "H235": "Krachten", "H236": "hulpmiddel", "H242": "toegankelijk", "H243": "Meertalige", "H244": "basispersoonsgegevens", "H245": "Toegang tot resultaat",
        "H246": "andere systemen", "H247": "richting inwoner", "H248": "regie", "H249": "Nederlandse taal", "H250": "flexibel", "H256": "Verwachtingsmanagement",
        "H257": "Uitleg", "H258": "gegeven advies", "H262": "Awareness", "H263": "Training", "H264": "Controlocyclus", "H265": "Vertrouwelijke",
        "H266": "met feedback gedaan", "H270": "Feedback", "H271": "missie", "H272": "drempel",
        "H105": "Inwoner", "H106": "Familie", "H107": "Consulent", "H108": "Werkgever", "H109": "Ontwikkelaar", "H110": "Belangenorganisatie",
        "H111": "Welzijnsorganisatie", "H112": "Woordvoerder", "H113": "Jurist", "H114": "Informatiemanagement", "H115": "Product owner", "H116": "Beleidsontwikkelaar",
        "H117": "College", "H118": "Gemeentesecretaris", "H119": "Trajectcoach", "H120": "AI Coalitie", "H121": "Vereniging", "H122": "Ministerie", "H123": "AMN",
        "H124": "Autoriteit", "H125": "Databeheerder", "H126": "IT-partner", "H127": "Media",
    ]

    private static let utrecht: [String: String] = [
        "U194": "Privacy", "U228": "Autonomie", "U249": "Veiligheid", "U260": "Controle op technologie", "U272": "Rechtvaardigheid", "U288": "waardigheid",
        "U298": "Gezondheid", "U309": "Machtsverhoudingen",
        "U74": "HalloWerk", "U76": "foto", "U84": "vrijwillig", "U86": "713", "U87": "223", "U89": "pilot", "U92": "doelgroepenregister", "U96": "tillen",
        "U100": "drie risico", "U103": "Participatiewet", "U114": "schaalgrootte", "U115": "Rotterdam", "U121": "zelfredzame", "U132": "zelfservice",
        "U135": "workshop", "U140": "WerkgeversServicepunt", "U146": "weigeren", "U150": "afhankelijkheid", "U167": "cherry-picking", "U169": "zichtbaar",
        "U175": "huiverig", "U182": "sneller", "U185": "inkleuring", "U187": "concrete cijfers", "U190": "tevredenheidsonderzoek", "U200": "herleiden",
        "U209": "niet-direct benaderbaar", "U212": "uitnodiging", "U215": "geen toegang", "U233": "dwang", "U253a": "autorisatie", "U253b": "grondslag",
        "U253c": "reisafstand", "U255": "beperkingen", "U262": "SaaS", "U266": "werkmatcher", "U274": "digivaardig", "U277": "weer deelnemen",
        "U302": "zelfvertrouwen", "U305": "inkomsten", "U311": "direct", "U316": "gemeente bepaalt", "U356": "dashboard", "U359": "Functionaris",
        "U361": "vrijwillig", "U364": "begeleiding", "U367": "risico acceptaties", "U370": "Rotterdam", "U374": "momentopname",
    ]
}
