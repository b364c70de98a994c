package dev.pawl.host.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostDirectoriesTest {
    @TempDir
    Path root;

    @Test
    void noIdLeadsOutOfItsDirectory() {
        HostDirectories host = new HostDirectories(root);

        assertThat(host.workspace("../../etc")).startsWithRaw(root.resolve("workspaces"));
        assertThat(HostDirectories.segment("order/17 ä")).isEqualTo("order_2f17_20_c3_a4");
        assertThat(HostDirectories.segment("..")).isEqualTo("_2e_2e");
        assertThat(HostDirectories.id("order_2f17_20_c3_a4")).hasValue("order/17 ä");
        assertThat(HostDirectories.id("a_zz")).isEmpty();
        assertThat(HostDirectories.id(HostDirectories.segment("x".repeat(300)))).isEmpty();
    }

    @Test
    void differentIdsHaveDifferentDirectories() {
        assertThat(HostDirectories.segment("a_2f")).isNotEqualTo(HostDirectories.segment("a/"));
        String longId = "x".repeat(300);
        assertThat(HostDirectories.segment(longId)).hasSizeLessThan(100);
        assertThat(HostDirectories.segment(longId)).isNotEqualTo(HostDirectories.segment(longId + "y"));
    }

    @Test
    void directoriesBelongToTheirOwnerAlone() throws Exception {
        HostDirectories host = new HostDirectories(root.resolve("home"));

        Path made = host.create(host.workspace("t1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.home())))
                .isEqualTo("rwx------");
        assertThatIllegalArgumentException().isThrownBy(() -> host.create(root.resolve("elsewhere")));
    }
}
