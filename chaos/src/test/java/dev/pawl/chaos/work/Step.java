package dev.pawl.chaos.work;

/** What a script records when it begins. */
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

    /** Whether it depends on an agent's work, so that another run of the agent repeats it. */
    public boolean afterAgent() {
        return afterAgent;
    }
}
