package dev.pawl.evidence.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the base that a check's command reaches. */
class CheckFilesTest {
    private final Map<String, String> files = new TreeMap<>();

    private CheckFilesTest with(String path, String content) {
        files.put(path, content);
        return this;
    }

    private CheckFiles of(String command) {
        CheckSpec check = new CheckSpec("unit", command, Duration.ofMinutes(1), Must.PASS, 0, null);
        return CheckFiles.of(List.of(check), new MapTree(files), "");
    }

    private Set<String> reached(String command) {
        return of(command).files().keySet();
    }

    @Test
    void pathsAreThoseOfTheDirectoryInWhichTheCheckStarts() {
        with("packages/api/package.json", "{\"scripts\": {\"test\": \"sh ../../tools/run.sh && node check.js\"}}")
                .with("packages/api/check.js", "")
                .with("tools/run.sh", "")
                .with("check.js", "");
        CheckSpec check = new CheckSpec("unit", "npm test", Duration.ofMinutes(1), Must.PASS, 0, null);

        assertThat(CheckFiles.of(List.of(check), new MapTree(files), "packages/api")
                        .files()
                        .keySet())
                .containsExactlyInAnyOrder("packages/api/check.js", "tools/run.sh");
    }

    @Test
    void aScriptOfNpmLeadsToTheScriptsThatItStarts() {
        with(
                        "package.json",
                        "{\"scripts\": {\"pretest\": \"node scripts/pre.js\", \"test\": \"sh scripts/run-tests.sh\", \"start\": \"node index.js\"}}")
                .with(
                        "scripts/run-tests.sh",
                        "#!/bin/sh\nset -e\ncd \"$(dirname \"$0\")/..\"\n. scripts/lib.sh\nexec node check/all.js \"$@\"\n")
                .with("scripts/lib.sh", "echo lib\n")
                .with("scripts/pre.js", "")
                .with("check/all.js", "require('../index')")
                .with("index.js", "");
        for (String command : List.of(
                "npm test",
                "npm t",
                "npm run test --silent",
                "yarn test",
                "pnpm run test",
                "bun run test",
                "CI=1 npm test -- --x",
                "npm --prefix . test")) {
            assertThat(reached(command))
                    .as(command)
                    .containsExactlyInAnyOrder(
                            "scripts/run-tests.sh", "scripts/lib.sh", "check/all.js", "scripts/pre.js");
        }
        assertThat(of("npm test").files().get("check/all.js"))
                .isEqualTo("check 'unit' → script 'test' → scripts/run-tests.sh");
        assertThat(of("npm test").scripts()).isEqualTo(Map.of("package.json", Set.of("pretest", "test")));
    }

    @Test
    void packagesOfAWorkspaceAreFoundByDirectoryNameAndPrefix() {
        with("package.json", "{\"workspaces\": [\"packages/*\"], \"scripts\": {\"test\": \"npm test --workspaces\"}}")
                .with("packages/a/package.json", "{\"name\": \"@x/a\", \"scripts\": {\"test\": \"bash ./t.sh\"}}")
                .with("packages/a/t.sh", "")
                .with(
                        "packages/b/package.json",
                        "{\"name\": \"b\", \"scripts\": {\"test\": \"bash t.sh\", \"unit\": \"bash u.sh\"}}")
                .with("packages/b/t.sh", "")
                .with("packages/b/u.sh", "");
        assertThat(reached("npm test")).containsExactlyInAnyOrder("packages/a/t.sh", "packages/b/t.sh");
        assertThat(reached("npm test -w @x/a")).containsExactly("packages/a/t.sh");
        assertThat(reached("yarn workspace b unit")).containsExactly("packages/b/u.sh");
        assertThat(reached("pnpm --filter b unit")).containsExactly("packages/b/u.sh");
        assertThat(reached("cd packages/b && npm run unit")).containsExactly("packages/b/u.sh");
        assertThat(reached("npm --prefix packages/a test")).containsExactly("packages/a/t.sh");
    }

    @Test
    void targetsOfMakeLeadToTheProgramsOfTheirRecipes() {
        with(
                        "Makefile",
                        "PY ?= python3\nCHECK = $(PY) tools/check.py\nall: test\ninclude build/rules.mk\ntest: unit lint\n\t@echo done\nunit:\n\t$(CHECK) \\\n\t  --all\n.PHONY: test\ndeploy:\n\tsh deploy.sh\n")
                .with("build/rules.mk", "lint: ; @sh tools/lint.sh src\n")
                .with("tools/check.py", "")
                .with("tools/lint.sh", "grep -r x src\n")
                .with("deploy.sh", "")
                .with("src/a.c", "");
        for (String command :
                List.of("make", "make test", "make -j4 test V=1", "gmake -s test", "make -f Makefile test")) {
            assertThat(reached(command))
                    .as(command)
                    .containsExactlyInAnyOrder("Makefile", "build/rules.mk", "tools/check.py", "tools/lint.sh");
        }
        assertThat(reached("make unit")).doesNotContain("tools/lint.sh", "deploy.sh");
    }

    @Test
    void recursiveMakeRunsInItsDirectory() {
        with("Makefile", "test:\n\t$(MAKE) -C web check\n")
                .with("web/Makefile", "check:\n\tbash ./go.sh\n")
                .with("web/go.sh", "")
                .with("web/app.js", "");
        assertThat(reached("make test")).containsExactlyInAnyOrder("Makefile", "web/Makefile", "web/go.sh");
        assertThat(reached("make -C web/ check")).containsExactlyInAnyOrder("web/Makefile", "web/go.sh");
    }

    @Test
    void recipesOfJustTaskAndToxAreFollowed() {
        with(
                        "justfile",
                        "default: test\ntest: build\n    bash ci/t.sh\nbuild:\n    sh ci/b.sh\nother:\n    sh ci/o.sh\n")
                .with(
                        "Taskfile.yml",
                        "version: '3'\ntasks:\n  test:\n    deps: [build]\n    cmds:\n      - bash ci/t.sh\n  build:\n    cmds:\n      - cmd: sh ci/b.sh\n  other:\n    cmds: [sh ci/o.sh]\n")
                .with("tox.ini", "[testenv]\ndeps = pytest\ncommands =\n    bash ci/t.sh {posargs}\n    sh ci/b.sh\n")
                .with("ci/t.sh", "")
                .with("ci/b.sh", "")
                .with("ci/o.sh", "");
        assertThat(reached("just")).containsExactlyInAnyOrder("justfile", "ci/t.sh", "ci/b.sh");
        assertThat(reached("just test")).containsExactlyInAnyOrder("justfile", "ci/t.sh", "ci/b.sh");
        assertThat(reached("task test")).containsExactlyInAnyOrder("Taskfile.yml", "ci/t.sh", "ci/b.sh");
        assertThat(reached("tox -e py311")).containsExactlyInAnyOrder("ci/t.sh", "ci/b.sh");
    }

    @Test
    void sessionsOfNoxAreFollowed() {
        with(
                        "noxfile.py",
                        "import nox\n@nox.session\ndef tests(session):\n    session.run('python', 'ci/check.py', '-v')\n")
                .with("ci/check.py", "")
                .with("src/app.py", "");

        assertThat(reached("nox -s tests")).containsExactlyInAnyOrder("noxfile.py", "ci/check.py");
    }

    @Test
    void testsThatCMakeDeclaresAreFollowed() {
        with("CMakeLists.txt", """
                        add_library(calc src/calc.c)
                        add_executable(tool src/main.c)
                        add_executable(calc_test checks/calc_test.c src/shared.c)
                        add_test(NAME calc COMMAND calc_test ${CMAKE_SOURCE_DIR}/data/cases.txt)
                        # add_test(NAME old COMMAND sh old.sh)
                        add_test(NAME cli COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/ci/cli.sh" WORKING_DIRECTORY x)
                        """)
                .with("src/calc.c", "")
                .with("src/main.c", "")
                .with("src/shared.c", "")
                .with("checks/calc_test.c", "")
                .with("data/cases.txt", "")
                .with("old.sh", "")
                .with("ci/cli.sh", ". ./ci/lib.sh\n");
        for (String command : List.of(
                "cmake -B b && cmake --build b && ctest --test-dir b", "cmake -B b && cmake --build b --target test")) {
            assertThat(reached(command))
                    .as(command)
                    .containsExactlyInAnyOrder("checks/calc_test.c", "data/cases.txt", "ci/cli.sh");
        }
        assertThat(reached("cmake -B b && cmake --build b")).isEmpty();
    }

    @Test
    void anAliasOfCargoLeadsToTheCheckingProgram() {
        with(".cargo/config.toml", "[alias]\nxtask = \"run --package xtask --\"\nci = [\"xtask\", \"check\"]\n")
                .with("xtask/Cargo.toml", "[package]\nname = \"xtask\"\n")
                .with("xtask/src/main.rs", "")
                .with("src/lib.rs", "");
        assertThat(reached("cargo ci"))
                .containsExactlyInAnyOrder(".cargo/config.toml", "xtask/Cargo.toml", "xtask/src/main.rs");
        assertThat(reached("cargo test")).isEmpty();
    }

    @Test
    void a_build_of_maven_leads_to_its_poms_tests_and_settings() {
        with("mvnw", "#!/bin/sh\n")
                .with(".mvn/maven.config", "")
                .with(
                        "pom.xml",
                        "<project><modules><module>core</module></modules><!-- <module>old</module> --><build>"
                                + "<configLocation>${project.basedir}/config/checkstyle.xml</configLocation></build></project>")
                .with("config/checkstyle.xml", "")
                .with("config/other.xml", "")
                .with(
                        "core/pom.xml",
                        "<project><parent><artifactId>x</artifactId></parent>"
                                + "<testSourceDirectory>checks</testSourceDirectory></project>")
                .with("core/src/main/java/A.java", "")
                .with("core/src/test/java/ATest.java", "")
                .with("core/checks/B.java", "")
                .with("old/pom.xml", "<project/>")
                .with("tool/pom.xml", "<project/>")
                .with("tool/src/test/java/ToolTest.java", "");
        assertThat(reached("./mvnw -q verify"))
                .containsExactlyInAnyOrder(
                        "mvnw",
                        ".mvn/maven.config",
                        "pom.xml",
                        "config/checkstyle.xml",
                        "core/pom.xml",
                        "core/src/test/java/ATest.java",
                        "core/checks/B.java");
        assertThat(reached("mvn -f tool test"))
                .contains("tool/pom.xml", "tool/src/test/java/ToolTest.java")
                .doesNotContain("pom.xml");
        assertThat(of("mvn test").files().get("core/src/test/java/ATest.java"))
                .isEqualTo("check 'unit' → pom.xml → core/pom.xml → its tests");
        assertThat(reached("cd core && mvn test")).contains("pom.xml", "core/pom.xml");
    }

    @Test
    void a_build_of_gradle_leads_to_its_scripts_tests_and_settings() {
        with("gradlew", "#!/bin/sh\n")
                .with("gradle/wrapper/gradle-wrapper.properties", "")
                .with("gradle/libs.versions.toml", "")
                .with("settings.gradle", "include 'app'\n")
                .with(
                        "app/build.gradle",
                        "apply from: \"$rootDir/gradle/quality.gradle\"\napply from: '../gradle/deps.gradle'\n")
                .with("gradle/quality.gradle", "test { useJUnitPlatform() }\n")
                .with("gradle/deps.gradle", "ext.guava = '33'\n")
                .with("app/src/main/java/A.java", "")
                .with("app/src/test/java/ATest.java", "")
                .with("app/src/integrationTest/kotlin/B.kt", "")
                .with("config/checkstyle/checkstyle.xml", "")
                .with("buildSrc/src/main/groovy/x.gradle", "");
        for (String command : List.of("./gradlew check", "cd app && ../gradlew test", "gradle -p app test")) {
            assertThat(reached(command))
                    .as(command)
                    .contains(
                            "gradle/wrapper/gradle-wrapper.properties",
                            "settings.gradle",
                            "app/build.gradle",
                            "gradle/quality.gradle",
                            "app/src/test/java/ATest.java",
                            "app/src/integrationTest/kotlin/B.kt",
                            "config/checkstyle/checkstyle.xml",
                            "buildSrc/src/main/groovy/x.gradle")
                    .doesNotContain("gradle/deps.gradle", "gradle/libs.versions.toml", "app/src/main/java/A.java");
        }
    }

    @Test
    void tasks_of_rake_and_scripts_of_composer_are_followed() {
        with("Rakefile", """
                        require 'rake/testtask'
                        Rake::TestTask.new { |t| t.pattern = 'checks/*_test.rb' }
                        task(:lint) { sh 'bash ci/lint.sh' }
                        # sh 'bash ci/old.sh'
                        """)
                .with("checks/calc_test.rb", "")
                .with("ci/lint.sh", "")
                .with("ci/old.sh", "")
                .with(
                        "composer.json",
                        "{\"scripts\": {\"test\": [\"@lint\", \"phpunit\"], \"lint\": \"@php ci/lint.php\", \"post\": \"X::y\"}}")
                .with("ci/lint.php", "")
                .with("phpunit.xml", "<phpunit bootstrap=\"checks/boot.php\"/>")
                .with("checks/boot.php", "")
                .with("checks/CalcTest.php", "");
        assertThat(reached("bundle exec rake test"))
                .containsExactlyInAnyOrder("Rakefile", "checks/calc_test.rb", "ci/lint.sh");
        assertThat(reached("composer run test"))
                .containsExactlyInAnyOrder(
                        "composer.json", "ci/lint.php", "phpunit.xml", "checks/boot.php", "checks/CalcTest.php");
        assertThat(of("composer test").started().get("unit")).contains("phpunit", "php ci/lint.php");
    }

    @Test
    void a_runner_finds_tests_by_its_own_patterns_and_reads_its_configuration() {
        with("title-test.js", "")
                .with("title.js", "")
                .with("lib/test-x.mjs", "")
                .with("t/calc.t", "")
                .with("lib/Calc.pm", "")
                .with(
                        "jest.config.js",
                        "module.exports = { setupFilesAfterEnv: ['<rootDir>/jest.setup.js'], moduleNameMapper: {'^x$': './title.js'} }")
                .with("jest.setup.js", "")
                .with("web/tsconfig.json", "{\"extends\": \"../tsconfig.base\", \"include\": [\"src\"]}")
                .with("tsconfig.base.json", "{}");
        assertThat(reached("node --test")).containsExactlyInAnyOrder("title-test.js", "lib/test-x.mjs");
        assertThat(reached("prove -l")).containsExactly("t/calc.t");
        assertThat(reached("prove -l t/calc.t")).containsExactly("t/calc.t");
        assertThat(reached("npx jest --ci"))
                .contains("jest.config.js", "jest.setup.js")
                .doesNotContain("title.js");
        assertThat(reached("npx tsc --noEmit -p web"))
                .containsExactlyInAnyOrder("web/tsconfig.json", "tsconfig.base.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cd web/ && npm test
            make -C web/ test
            go test ./calc/
            node --check tool.js
            npx eslint tool.js
            npx tsc --noEmit tool.js
            python3 -m py_compile tool.py
            python -m json.tool data.json
            ruff check tool.py
            gcc -fsyntax-only tool.c
            test -f tool.js && grep -q main tool.js
            [ -s tool.py ]
            shellcheck tool.sh
            ruby -c tool.rb
            php -l tool.php
            perl -c tool.pl
            python3 -c "import tool"
            """)
    void filesThatACheckOnlyReadsAreTheWork(String command) {
        for (String name : List.of(
                "tool.js",
                "tool.py",
                "tool.c",
                "tool.sh",
                "tool.rb",
                "tool.php",
                "tool.pl",
                "data.json",
                "web/app.js",
                "calc/calc.go")) {
            with(name, "");
        }
        assertThat(reached(command)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            python3 check.py                               | check.py
            python3.11 -W error check.py --all             | check.py
            env A=1 timeout -k 5 60 python3 check.py       | check.py
            poetry run python check.py                     | check.py
            uv run -q check.py                             | check.py
            python -m tools.verify                         | tools/verify.py
            node -r ./hook.js check.js                     | check.js, hook.js
            ./ci                                           | ci, lib.sh
            bash -ec './ci'                                | ci, lib.sh
            if ./ci; then echo ok; else exit 1; fi         | ci, lib.sh
            (cd sub && ../ci)                              | ci, lib.sh
            diff expected.txt <(node main.js)              | expected.txt, main.js
            cmp out.txt expected.txt 2>/dev/null           | expected.txt
            bats suite/a.bats                              | suite/a.bats
            bats suite/*.bats                              | suite/a.bats
            bash -x ci > log.txt                           | ci, lib.sh
            sh < ci                                        | ci, lib.sh
            """)
    void filesThatACheckRunsOrComparesWithBelongToIt(String command, String expected) {
        with("check.py", "")
                .with("tools/verify.py", "")
                .with("check.js", "")
                .with("hook.js", "")
                .with("main.js", "")
                .with("expected.txt", "")
                .with("suite/a.bats", "")
                .with("log.txt", "")
                .with(
                        "ci",
                        "#!/usr/bin/env bash\nHERE=\"$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && pwd)\"\nsource \"$HERE/lib.sh\"\ncat <<EOF\nsh other.sh\nEOF\n")
                .with("lib.sh", "")
                .with("other.sh", "");
        assertThat(reached(command)).containsExactlyInAnyOrder(expected.split(",\\s*"));
    }

    @Test
    void cyclesAndEndlessOrOutsidePathsAreBounded() {
        with(
                        "package.json",
                        "{\"scripts\": {\"test\": \"npm run again\", \"again\": \"npm test && sh ../../etc/x.sh && sh a.sh\"}}")
                .with("a.sh", "sh a.sh; sh b.sh; . /etc/profile; \"$UNKNOWN\"/c.sh\n")
                .with("b.sh", "./a.sh | npm test\n")
                .with("Makefile", "X = $(X)$(X)\ntest: test2\n\tsh $(X)\ntest2: test\n\t$(MAKE) test\n");
        for (int i = 0; i < 100; i++) {
            with("deep" + i + ".sh", "sh deep" + (i + 1) + ".sh\n");
        }
        assertThat(reached("npm test")).containsExactlyInAnyOrder("a.sh", "b.sh");
        assertThat(reached("make test")).containsExactly("Makefile");
        assertThat(reached("sh deep0.sh")).hasSizeBetween(5, 20);
        assertThat(reached("sh -c 'unfinished \"quote")).isEmpty();
        assertThat(reached("\u0000 $( ` ( <<EOF")).isEmpty();
    }
}
