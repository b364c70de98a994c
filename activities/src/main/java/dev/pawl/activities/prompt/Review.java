package dev.pawl.activities.prompt;

/**
 * What a judge is asked. Task, diff and evidence are quoted, redacted and bounded already.
 *
 * @param again whether the judge's last answer could not be read
 */
public record Review(String rubric, String task, String diff, String evidence, boolean again) {}
