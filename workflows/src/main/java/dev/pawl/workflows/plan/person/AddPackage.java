package dev.pawl.workflows.plan.person;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.plan.PackageRequest;

/** @param by the sender */
@ClaimChecked
public record AddPackage(PackageRequest request, String by) {}
