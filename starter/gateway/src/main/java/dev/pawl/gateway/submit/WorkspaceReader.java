package dev.pawl.gateway.submit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.WorkspaceMode;
import org.jspecify.annotations.Nullable;

/** Reads the workspace of a task or a plan. */
final class WorkspaceReader {
    private final WorkspaceSpec workspace;
    private final String path;
    private final Violations violations;

    WorkspaceReader(WorkspaceSpec workspace, String path, Violations violations) {
        this.workspace = workspace;
        this.path = path;
        this.violations = violations;
    }

    dev.pawl.workflows.model.request.WorkspaceSpec read() {
        String word = Words.of(workspace.getMode());
        WorkspaceMode mode = word.isEmpty() ? WorkspaceMode.ISOLATED : WorkspaceMode.of(word);
        @Nullable String source = workspace.hasSource() ? workspace.getSource() : null;
        @Nullable
        SandboxSpec sandbox = switch (workspace.getSandbox()) {
            case SANDBOX_KIND_BUBBLEWRAP -> sandbox();
            case SANDBOX_KIND_AUTO -> auto();
            case SANDBOX_KIND_UNSPECIFIED, SANDBOX_KIND_NONE, UNRECOGNIZED -> null;
        };
        if (sandbox == null) {
            refuseLimits();
        }
        return violations.made(
                path,
                dev.pawl.workflows.model.request.WorkspaceSpec.empty(),
                () -> new dev.pawl.workflows.model.request.WorkspaceSpec(
                        source,
                        mode,
                        workspace.getIncludeUncommitted(),
                        sandbox,
                        workspace.getCopyList(),
                        workspace.hasDirectory() ? workspace.getDirectory() : null,
                        null));
    }

    /** What only a sandbox can do must not be ignored. */
    private void refuseLimits() {
        if (network() != NetworkAccess.ALL) {
            violations.add(path + ".network", "only a sandbox can restrict the network");
        }
        if (workspace.getAllowHostsCount() > 0) {
            violations.add(path + ".allow_hosts", "only a sandbox can restrict the network");
        }
    }

    private SandboxSpec auto() {
        return violations.made(
                path + ".sandbox",
                SandboxSpec.auto(),
                () -> new SandboxSpec(network(), workspace.getAllowHostsList(), true));
    }

    private SandboxSpec sandbox() {
        return violations.made(
                path + ".allow_hosts",
                new SandboxSpec(NetworkAccess.NONE),
                () -> new SandboxSpec(network(), workspace.getAllowHostsList()));
    }

    private NetworkAccess network() {
        String word = Words.of(workspace.getNetwork());
        return word.isEmpty() ? NetworkAccess.ALL : NetworkAccess.of(word);
    }
}
