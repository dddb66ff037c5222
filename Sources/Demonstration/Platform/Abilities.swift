import Cohort
import Intake

/// What people can and what places ask, yes or no.
enum Abilities {
    static func ability(of resident: Resident, seed: UInt64) -> ParticipantAbilityRecord {
        var draw = Draw(seed: seed, .ability, resident.number)
        var ability = ParticipantAbilityRecord(participantId: resident.key)
        ability.canStand = draw.known(draw.chance(0.88), unknown: 0.03)
        ability.canSit = draw.known(draw.chance(0.94), unknown: 0.03)
        ability.canBend = draw.known(draw.chance(0.84), unknown: 0.03)
        ability.canLift = draw.known(draw.chance(0.78), unknown: 0.03)
        ability.directlyApproachable = draw.known(draw.chance(0.85), unknown: 0.02)
        return ability
    }

    static func demands(of places: [WorkplaceRecord], seed: UInt64) -> [WorkplaceDemandRecord] {
        places.enumerated().map { index, place in
            var draw = Draw(seed: seed, .demand, index)
            var demand = WorkplaceDemandRecord(workplaceId: place.workplaceId)
            demand.standing = draw.known(draw.chance(0.4), unknown: 0.03)
            demand.sitting = draw.known(draw.chance(0.25), unknown: 0.03)
            demand.bending = draw.known(draw.chance(0.25), unknown: 0.03)
            demand.lifting = draw.known(draw.chance(0.3), unknown: 0.03)
            return demand
        }
    }

    /// As the ranking core takes it, which asks nobody's key.
    static func ability(_ record: ParticipantAbilityRecord) -> ParticipantAbility {
        var ability = ParticipantAbility(participantId: Pseudonym(high: 0, low: 0))
        (ability.canStand, ability.canSit, ability.canBend, ability.canLift) = (record.canStand, record.canSit, record.canBend, record.canLift)
        return ability
    }
}
