package dev.pawl.chaos.work;

/** What a script writes down when it begins. */
public enum Step {
    BASELINE(false),
    AGENT(false),
    CHECK(true),
    VERIFY(true),
    JUDGE(true);

    private final boolean afterAgent;

    Step(boolean afterAgent) {
        this.afterAgent = afterAgent;
    }

    /** Whether it looks at what an agent left, so that another run of the agent brings another run of it. */
    public boolean afterAgent() {
        return afterAgent;
    }
}
