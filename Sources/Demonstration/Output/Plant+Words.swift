extension Plant {
    /// What was planted, and what a right audit says of it, in words.
    func words(_ language: Truth.Language) -> String {
        let (planted, audit) = language == .nl ? dutch : english
        return switch language {
        case .nl:
            "\(effect.rawValue), vanaf \(from)\n  Geplant: \(planted)\n  Een goede audit zegt: \(audit)"
                + (detectable.map { "\n  Aan te tonen (vermogen 80 %): vanaf het kwartaal \($0)" } ?? "")
        case .en:
            "\(effect.rawValue), from \(from)\n  Planted: \(planted)\n  A right audit says: \(audit)"
                + (detectable.map { "\n  Detectable (power 80 %): from the quarter \($0) on" } ?? "")
        }
    }

    /// `8`, `7.5`.
    private var amount: String { size == size.rounded() ? String(Int(size)) : "\(size.rounded(digits: 3))" }
    private var dutchAmount: String { amount.replacing(".", with: ",") }
    private var hundredths: String { String(Int((size * 100).rounded())) }

    private var dutch: (planted: String, audit: String) {
        switch effect {
        case .testLanguageShift:
            (
                "wie de toets in het Arabisch (ar) of Tigrinya (ti) maakt, scoort op verbaal vermogen \(dutchAmount) T-punten te laag. Dat is een meetfout: wat deze mensen werkelijk kunnen, en of zij een plek vinden, verschilt niet van anderen.",
                "M2 (dagbesteding in de top 5), toetstaal, groepen ar en ti: verschil aangetoond, nadelig. Bij M16 (geplaatst) geen verschil door deze meetfout. Uit de lijsten alleen kan niet blijken of de score of het vermogen lager is."
            )
        case .testModeShift:
            (
                "wie de toets op papier maakt, scoort op verbaal vermogen \(dutchAmount) T-punten te laag. Dat is een meetfout.",
                "M2 (dagbesteding in de top 5), afnamevorm, groep papier: verschil aangetoond, nadelig."
            )
        case .lingeringProfiles:
            (
                "als een toets niet klopt (20 van de 100 eerste toetsen), duurt het bij mensen met een lage opleiding \(dutchAmount) dagen langer tot die is verbeterd.",
                "M10 (dagen met een verkeerd profiel), opleiding, groep laag: verschil aangetoond, nadelig."
            )
        case .stalePlaces:
            (
                "werkgevers van plekken die vrouwen beter passen, bevestigen die plekken niet meer. Vrouwen en mannen verschillen werkelijk \(dutchAmount) T-punten op acht schalen van persoonlijkheid en competentie, de helft omhoog en de helft omlaag; met het soort werk heeft dat niets te maken.",
                "M11 (verouderde plekken in de top 5), geslacht, groep vrouw: verschil aangetoond, nadelig. Bij M2 geen verschil naar geslacht."
            )
        case .blindTrust:
            (
                "bij mensen van 45 tot en met 54 neemt de consulent in \(hundredths) van de 100 keuzes de eerste plek, hoe zwak het advies ook is. Bij anderen wordt zwak advies minder gevolgd dan sterk advies.",
                "M12 (zwak advies gevolgd), leeftijd, groep 45-54: verschil aangetoond, nadelig."
            )
        case .counsellorSteering:
            (
                "bij mensen van 55 jaar en ouder kiest de consulent in ongeveer \(hundredths) van de 100 keuzes een dagbestedingsplek, wat de lijst ook zegt. Hun lijsten zelf zijn niet anders.",
                "M13 (sturing naar dagbesteding), leeftijd, groep 55+: verschil aangetoond, nadelig. Bij M2 (de lijst) geen verschil naar leeftijd."
            )
        case .earlyEndings:
            (
                "van mensen van 27 tot en met 44 eindigen \(hundredths) van de 100 plaatsingen binnen twee maanden omdat er toch geen match was, naast wat bij iedereen eindigt.",
                "M18 (vroeg beëindigd), leeftijd, groep 27-44: verschil aangetoond, nadelig."
            )
        case .intersection:
            (
                "vrouwen van 55 jaar en ouder scoren op verbaal vermogen \(dutchAmount) T-punten te laag; vrouwen en mensen van 55 jaar en ouder gemiddeld niet, want de anderen van die groepen scoren iets te hoog.",
                "M27 (kruispunten, dagbesteding in de top 5), vrouw en 55+: verschil gevonden, nadelig en groter dan van elk van beide groepen."
            )
        case .driftingTestVersion:
            (
                "in de nieuwe versie van de toets scoort wie hem in het Oekraïens (uk) maakt op verbaal vermogen \(dutchAmount) T-punten te laag. Iedereen maakt vanaf dan de nieuwe versie.",
                "M25 (verschuiving), schaal verbaal vermogen, toetstaal, groep uk: verschil aangetoond, nadelig. Daarna ook M2 voor deze groep."
            )
        case .unloggedChange:
            (
                "lijsten zijn gemaakt met \(dutchAmount) bij het gewicht van vermogens (1,5), terwijl het logboek de oude versie van het algoritme noemt.",
                "M24 (reproduceerbaarheid): niet gehaald. Alles wat op lijsten rust, is dan niet beschikbaar."
            )
        case .cherryPicking:
            (
                "werkgevers nemen met mensen in het doelgroepregister minder vaak contact op dan met anderen op dezelfde plaats in hun lijst: de kansverhouding is gedeeld door \(dutchAmount).",
                "M22 (contact bij gelijke rang), doelgroepregister, groep ja (true): verschil aangetoond, nadelig."
            )
        case .unreachableTravel:
            (
                "reizen vanuit Stichtse Vecht (\(TownPlan.farMunicipality)) duren \(dutchAmount) minuten langer, en de lijst kijkt niet naar reistijd.",
                "M29 (top 5 verder dan de eigen grens), gemeente, groep \(TownPlan.farMunicipality): verschil aangetoond, nadelig."
            )
        case .trueLanguageDifference:
            (
                "wie de toets in het Arabisch (ar) of Tigrinya (ti) maakt, heeft werkelijk \(dutchAmount) T-punten minder verbaal vermogen. De toets meet dat goed.",
                "hetzelfde als bij test_language_shift: M2 (dagbesteding in de top 5), toetstaal, groepen ar en ti: verschil aangetoond, nadelig. Uit de profielen kan niet blijken of de score of het vermogen lager is; wie dat wil weten heeft andere gegevens nodig."
            )
        }
    }

    private var english: (planted: String, audit: String) {
        switch effect {
        case .testLanguageShift:
            (
                "people who take the test in Arabic (ar) or Tigrinya (ti) score \(amount) T-points too low on verbal ability. It is measurement error: what they can really do, and whether they find a place, does not differ from others.",
                "M2 (day activity in the top 5), test language, groups ar and ti: disparity, adverse. At M16 (placed) no difference from this error. The lists alone cannot tell whether the score or the ability is lower."
            )
        case .testModeShift:
            (
                "people who take the test on paper score \(amount) T-points too low on verbal ability. It is measurement error.",
                "M2 (day activity in the top 5), test form, group paper: disparity, adverse."
            )
        case .lingeringProfiles:
            (
                "where a test was wrong (20 of 100 first tests), it takes \(amount) days longer for people with low education until it is corrected.",
                "M10 (days on a wrong profile), education, group low: disparity, adverse."
            )
        case .stalePlaces:
            (
                "employers of places that suit women better stop confirming them. Women and men truly differ by \(amount) T-points on eight scales of personality and competence, half of them up and half down, which has nothing to do with the kind of work.",
                "M11 (stale places in the top 5), gender, group female: disparity, adverse. At M2 no difference by gender."
            )
        case .blindTrust:
            (
                "for people from 45 to 54 the counsellor takes the first place in \(hundredths) of 100 choices, however weak the advice. For others weak advice is followed less than strong advice.",
                "M12 (weak advice followed), age band, group 45-54: disparity, adverse."
            )
        case .counsellorSteering:
            (
                "for people of 55 and older the counsellor picks a day activity place in about \(hundredths) of 100 choices, whatever the list says. Their lists themselves are no different.",
                "M13 (steering towards day activity), age band, group 55+: disparity, adverse. At M2 (the list) no difference by age."
            )
        case .earlyEndings:
            (
                "of people from 27 to 44 \(hundredths) in 100 placements end within two months because there was no match after all, besides what ends for everybody.",
                "M18 (ended early), age band, group 27-44: disparity, adverse."
            )
        case .intersection:
            (
                "women of 55 and older score \(amount) T-points too low on verbal ability; women and people of 55 and older on average do not, because the others of those groups score a little too high.",
                "M27 (intersections, day activity in the top 5), female and 55+: found, adverse and larger than of either group."
            )
        case .driftingTestVersion:
            (
                "in the new version of the test people who take it in Ukrainian (uk) score \(amount) T-points too low on verbal ability. Everybody takes the new version from then on.",
                "M25 (drift), scale verbal ability, test language, group uk: disparity, adverse. Later M2 for this group too."
            )
        case .unloggedChange:
            (
                "lists were made with \(amount) added to the weight of capacities (1.5), while the log names the old version of the algorithm.",
                "M24 (replay fidelity): failed. Whatever rests on lists is then unavailable."
            )
        case .cherryPicking:
            (
                "employers contact people in the doelgroepregister less often than others at the same rank of their list: the odds are divided by \(amount).",
                "M22 (contact at equal rank), target group register, group true: disparity, adverse."
            )
        case .unreachableTravel:
            (
                "journeys from Stichtse Vecht (\(TownPlan.farMunicipality)) take \(amount) minutes longer, and the list does not look at journeys.",
                "M29 (top 5 beyond people's own limit), municipality, group \(TownPlan.farMunicipality): disparity, adverse."
            )
        case .trueLanguageDifference:
            (
                "people who take the test in Arabic (ar) or Tigrinya (ti) truly have \(amount) T-points less verbal ability. The test measures it rightly.",
                "the same as for test_language_shift: M2 (day activity in the top 5), test language, groups ar and ti: disparity, adverse. Profiles cannot tell whether the score or the ability is lower; to know it takes other data."
            )
        }
    }
}
