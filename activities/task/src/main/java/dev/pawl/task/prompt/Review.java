package dev.pawl.task.prompt;

/**
 * What a judge is asked. Task, diff and evidence are redacted and bounded already.
 *
 * @param mark begins and ends what is quoted; random, so that nothing quoted can hold it
 * @param nonce the verdict has to repeat it
 * @param again whether the judge's last answer could not be read
 */
public record Review(
        String rubric, String mark, String nonce, String task, String diff, String evidence, boolean again) {}
