package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sparse partial clone with a submodule and a file of Git LFS, whose servers are gone. */
@OnSharedStack
class UnusualRepositoryIT {
    private static final String UPSTREAM = """
            export GIT_AUTHOR_NAME=U GIT_AUTHOR_EMAIL=u@localhost GIT_COMMITTER_NAME=U GIT_COMMITTER_EMAIL=u@localhost
            mkdir ../adder far; echo far > far/away.txt; printf 'def add(a, b):\\n    return a + b\\n' > ../adder/adder.py
            git -C ../adder init -q -b main; git -C ../adder add .; git -C ../adder commit -qm adder
            git -c protocol.file.allow=always submodule --quiet add ../adder lib
            printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%s\\nsize 8\\n' \
              $(printf 'content\\n' | sha256sum | cut -d' ' -f1) > data.bin
            echo __pycache__ > .gitignore; git add .; printf '*.bin filter=lfs -text\\n' > .gitattributes
            git add .gitattributes; git commit -qm more
            git config uploadpack.allowFilter true; cd ..
            git clone -q --filter=blob:none --sparse "file://$PWD/up" project; cd project
            git -c protocol.file.allow=always submodule --quiet update --init
            oid=$(printf 'content\\n' | sha256sum | cut -d' ' -f1); store=.git/lfs/objects/${oid:0:2}/${oid:2:2}
            mkdir -p $store; printf 'content\\n' > $store/$oid; mv ../up ../up-gone; mv ../adder ../adder-gone
            """;

    private static final String CHECK = "python3 -c 'import a, lib.adder; assert a.x == lib.adder.add(0, 1)'"
            + " && test \"$(cat data.bin)\" = content && test -z \"$(git status --porcelain)\" && test ! -e far";

    private final Tasks tasks;

    @TempDir
    Path root;

    @SuppressWarnings("NullAway.Init")
    private SmallRepository repository;

    UnusualRepositoryIT(LocalStack stack) {
        tasks = new Tasks(stack);
    }

    @BeforeEach
    void aRepository() throws Exception {
        SmallRepository.make(Files.createDirectories(root.resolve("up"))).git(UPSTREAM);
        repository = new SmallRepository(root.resolve("project"));
    }

    @Test
    void itIsWorkedOnCheckedAndDelivered() throws Exception {
        Task task = tasks.run(task().setDeliver(DeliverMode.DELIVER_MODE_BRANCH));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getCause()).as(task.getReason()).isEqualTo(Cause.CAUSE_NONE);
        assertThat(repository.git("git diff --name-only HEAD pawl/" + task.getId()))
                .isEqualTo("a.py\n");
    }

    @Test
    void whatIsMissingIsNamedBeforeAnAgentStarts() throws Exception {
        repository.git("git submodule --quiet deinit --all; rm -rf .git/modules");

        Task task = tasks.run(task());

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
        assertThat(task.getCause()).isEqualTo(Cause.CAUSE_CONFIGURATION);
        assertThat(task.getReason())
                .contains("submodule lib is not on this machine", "submodule update --init --recursive");
        assertThat(task.getSessionsList()).isEmpty();
    }

    private TaskSpec.Builder task() {
        return repository.task().setInteractive(false).clearChecks().addChecks(Tasks.check("x", CHECK));
    }
}
