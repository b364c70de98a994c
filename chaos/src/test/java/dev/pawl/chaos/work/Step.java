package dev.pawl.chaos.work;

/** What a script writes down when it begins. */
public enum Step {
    /** On the base: before the agent, and again as the negative control of a green check. */
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
