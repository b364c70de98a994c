package dev.pawl.cli.planreport;

/** Why a slot was idle. */
enum IdleReason {
    STARTING("starting", "a package could start and was not started yet"),
    QUEUE("merge_queue", "a package waited for the merge queue"),
    NEEDS("needs", "a package waited for others that it needs"),
    NOTHING_LEFT("nothing_left", "no package was left to start");

    private final String word;
    private final String meaning;

    IdleReason(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }
}
