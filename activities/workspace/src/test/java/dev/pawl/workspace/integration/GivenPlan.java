package dev.pawl.workspace.integration;

import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A plan on a host, and what the agents of its packages do. The id of a package is that of its task. */
final class GivenPlan {
    static final String ID = "plan-1";

    final Given given;
    final IntegrationRepositories repositories;
    final Path directory;

    GivenPlan(Given given) {
        this(given, new Git("git"));
    }

    GivenPlan(Given given, Git git) {
        this.given = given;
        this.repositories = new IntegrationRepositories(given.host, given.workspaces, git);
        this.directory = given.host.integration(ID);
    }

    /** Of the user's repository. */
    GivenPlan open() {
        return open(given.isolated());
    }

    GivenPlan open(WorkspaceSpec spec) {
        repositories.make(ID, spec);
        return this;
    }

    /** From now on the package works on what the head is now. */
    Workspace start(String name) {
        return given.workspaces.prepare(name, WorkspaceSpec.isolated(directory.toString()));
    }

    /** The agent of a started package does this. */
    String work(String name, String script) {
        Workspace workspace = given.workspaces.open(name);
        Given.sh(workspace.directory(), script);
        return workspace.snapshot("result").commit();
    }

    /** Integrates a result that may change everything. */
    Merged integrate(String name, String snapshot) {
        return integrate(name, snapshot, List.of());
    }

    Merged integrate(String name, String snapshot, List<String> owns, String... mayTouch) {
        return alone(repository -> {
            if (repository.integrated().containsKey(name)) {
                return new Merged.Clean(repository.tree(repository.integrated().get(name)));
            }
            PackageScope scope = new PackageScope(owns, List.of(mayTouch));
            Merged merged = PackageWork.of(repository, name, given.workspaces.open(name), snapshot, scope)
                    .onto(repository.head());
            if (merged instanceof Merged.Clean(String tree)) {
                String head = repository.head();
                PackageCommit message = new PackageCommit(ID, name, name, "Title of " + name, "policy 1");
                repository.advance(head, repository.commit(head, tree, message));
            }
            return merged;
        });
    }

    /** Starts, works and integrates. */
    Merged done(String name, String script, String... owns) {
        start(name);
        return integrate(name, work(name, script), List.of(owns));
    }

    <T> T alone(Function<IntegrationRepository, T> work) {
        boolean sha256 = Given.read(directory.resolve(".git/config")).contains("sha256");
        return repositories.alone(ID, "0".repeat(sha256 ? 64 : 40), work);
    }

    /** Titles of the commits, the content of a file and so on, as a person with a plain git sees them. */
    String sh(String script) {
        return Given.sh(directory, script);
    }

    /** Every file of the head, with mode and content. */
    String files() {
        return sh("git ls-tree -r integration");
    }
}
