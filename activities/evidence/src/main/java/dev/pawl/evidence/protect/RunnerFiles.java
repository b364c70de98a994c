package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.PathGlob;
import java.util.List;

/**
 * Files that decide what a test runner does, by their usual names. Deliberately broad: the worst that happens to a file
 * listed here is that it is restored, or has to be declared.
 */
public final class RunnerFiles {
    private static final List<PathGlob> TESTS = PathGlob.all(List.of(
            "**/test_*.py",
            "**/*_test.py",
            "**/tests.py",
            "**/{test,tests,__tests__,__snapshots__,__mocks__,testdata,fixtures}/**",
            "**/spec/{support/**,spec_helper.rb,rails_helper.rb}",
            "**/src/{test,it,integrationTest,testFixtures}/**",
            "**/*_test.go",
            "**/*.{test,spec}.{js,cjs,mjs,jsx,ts,cts,mts,tsx}",
            "**/*_spec.rb"));

    private static final List<PathGlob> DATA =
            PathGlob.all(List.of("**/{__snapshots__,testdata,fixtures,resources}/**"));

    private static final PathGlob CODE =
            PathGlob.of("**/*.{py,js,cjs,mjs,jsx,ts,cts,mts,tsx,go,java,kt,groovy,rs,rb,php,lua,pl,pm,t,bats}");

    /** Read by a runner or its language from any directory. */
    private static final List<PathGlob> CONFIGURATION = PathGlob.all(List.of(
            "**/conftest.py",
            "**/{sitecustomize,usercustomize}.py",
            "**/{sitecustomize,usercustomize}/__init__.py",
            "**/{pytest,.pytest}.{ini,toml}",
            "**/{tox,nose}.ini",
            "**/{.coveragerc,noxfile.py}",
            "**/*.pth",
            "**/*.{egg-info,dist-info}/**",
            "**/pyvenv.cfg",
            "**/.mvn/**",
            "**/{mvnw,mvnw.cmd,gradlew,gradlew.bat}",
            "**/gradle/wrapper/**",
            "**/{gradle.properties,init.gradle}",
            "**/buildSrc/**",
            "**/{junit-platform,testng}.{properties,xml}",
            "**/go.{work,work.sum}",
            "**/.cargo/**",
            "**/{rust-toolchain,rust-toolchain.toml,clippy.toml}",
            "**/{.rspec,.rspec-local,.proverc,.busted,phpunit.xml,phpunit.xml.dist,phpunit.dist.xml}",
            // Its tasks and variables affect everything that runs through its shims.
            "**/{mise,.mise,mise.local,.mise.local}.toml",
            "**/{mise,.mise,.config/mise}/{config,config.local}.toml"));

    /** Read by Node's tools. */
    private static final List<PathGlob> NODE = PathGlob.all(List.of(
            "**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.node-version}",
            "**/{jest,vitest,vite,karma,playwright,cypress,ava,babel,wdio}.config.*",
            "**/vitest.workspace.*",
            "**/{.mocharc,.babelrc,.nycrc,.c8rc,.swcrc,.taprc}*",
            "**/.yarn/**",
            "**/node_modules/**"));

    private static final List<PathGlob> MAKE =
            PathGlob.all(List.of("**/{Makefile,makefile,GNUmakefile}", "**/*.{mk,make}"));

    /** Files with parts of the runner and of the work, which {@link MixedFiles} separates. */
    private static final List<PathGlob> MIXED = PathGlob.all(
            List.of(
                    "**/{package.json,pyproject.toml,pom.xml,setup.cfg,Cargo.toml,composer.json,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,go.mod}"));

    private RunnerFiles() {}

    public static boolean test(String path) {
        return PathGlob.any(TESTS, path);
    }

    /** Whether it is a test itself, and not data of a test. */
    static boolean testCode(String path) {
        return test(path) && CODE.matches(path) && !PathGlob.any(DATA, path);
    }

    static boolean configuration(String path, List<CheckCommand> commands) {
        return PathGlob.any(CONFIGURATION, path)
                || (PathGlob.any(NODE, path) && commands.stream().anyMatch(CheckCommand::usesNode))
                || (PathGlob.any(MAKE, path) && commands.stream().anyMatch(CheckCommand::usesMake));
    }

    public static boolean mixed(String path) {
        return PathGlob.any(MIXED, path);
    }
}
