package dev.pawl.events.intake;

/**
 * Durable outcomes of records.
 *
 * @param stored records that are events now
 * @param dead records that are dead letters now
 */
public record Taken(int stored, int dead) {
    static final Taken NONE = new Taken(0, 0);

    Taken plus(Taken other) {
        return new Taken(stored + other.stored, dead + other.dead);
    }
}
