package dev.pawl.cli.planfile;

import java.util.List;

/** The keys and words of a plan file; docs/plans.md explains each, docs/plan.schema.json defines them for editors. */
public final class PlanKeys {
    public static final List<String> PLAN = List.of(
            "$schema",
            "title",
            "repository",
            "copy",
            "agent",
            "agents",
            "model",
            "continue",
            "command",
            "sandbox",
            "network",
            "limits",
            "setup",
            "environment",
            "checks",
            "verify",
            "wait",
            "on-failure",
            "deliver",
            "branch",
            "squash",
            "labels",
            "packages");

    /** The first four are limits of the plan, the others those of each package that has none of its own. */
    public static final List<String> LIMITS =
            List.of("parallel", "cost", "tokens", "time", "iterations", "turns", "idle", "on-breach");

    public static final List<String> PACKAGE = List.of(
            "id",
            "title",
            "prompt",
            "file",
            "needs",
            "owns",
            "may-touch",
            "files",
            "removes",
            "protect",
            "tests",
            "agent",
            "agents",
            "model",
            "continue",
            "command",
            "limits",
            "setup",
            "environment",
            "checks",
            "verify",
            "judge",
            "breakpoints",
            "wait",
            "priority",
            "estimate",
            "attempts",
            "labels",
            "issues");

    public static final List<String> ON_FAILURE = List.of("stop", "continue-independent", "ask");

    private PlanKeys() {}
}
