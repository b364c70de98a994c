package dev.pawl.task.prompt;

/**
 * A question to a judge. Task, diff and evidence are already redacted and bounded.
 *
 * @param mark begins and ends quotations; random, so that no quoted text contains it
 * @param nonce the verdict has to repeat it
 * @param again whether the judge's last answer could not be read
 */
public record Review(
        String rubric, String mark, String nonce, String task, String diff, String evidence, boolean again) {}
