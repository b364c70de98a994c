package dev.pawl.cli.command.plan;

import dev.pawl.cli.invocation.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An action on a plan, or on one package of it. */
abstract class PackageAction extends PlanAction {
    @Option(names = "--package", paramLabel = "ID", description = "Only this package. Default: the plan.")
    private @Nullable String packageId;

    PackageAction(Context context) {
        super(context);
    }

    @Override
    final @Nullable String packageId() {
        return packageId;
    }
}
