package dev.pawl.workflows.plan.person;

/**
 * What a person or service says to a plan or to one of its packages.
 *
 * @param packageId empty means the plan
 * @param text required by {@code instruct}, otherwise a reason
 * @param by the sender
 */
public record PackageAction(String packageId, String text, String by) {}
