package dev.pawl.workflows.activity.plan;

/**
 * A plan's integration repository and its current commit.
 *
 * @param host the id of the host that has it
 * @param directory its absolute path there
 * @param commit the base of the plan at first, then the last integrated commit
 */
public record IntegrationHead(String host, String directory, String commit) {
    /** The same repository at another commit. */
    public IntegrationHead at(String newer) {
        return new IntegrationHead(host, directory, newer);
    }
}
