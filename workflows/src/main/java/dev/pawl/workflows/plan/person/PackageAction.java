package dev.pawl.workflows.plan.person;

/**
 * What a person or service says to one package of a plan.
 *
 * @param packageId empty means every package, if the action allows it
 * @param text required by {@code instruct}, otherwise a reason
 * @param by the sender
 */
public record PackageAction(String packageId, String text, String by) {}
