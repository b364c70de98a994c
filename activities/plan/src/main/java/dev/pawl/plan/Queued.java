package dev.pawl.plan;

import dev.pawl.workflows.activity.plan.Candidate;
import dev.pawl.workspace.integration.PackageWork;

/** A candidate whose work was looked at. */
record Queued(Candidate candidate, PackageWork work) {}
