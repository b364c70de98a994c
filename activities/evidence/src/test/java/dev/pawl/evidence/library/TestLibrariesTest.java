package dev.pawl.evidence.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.protect.TaskFiles;
import dev.pawl.workflows.model.evidence.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLibrariesTest {
    private static final Map<String, String> BASE = new TreeMap<>(Map.ofEntries(
            Map.entry("src/test/java/x/CalcTest.java", "package x;\nimport org.junit.Assert;\n"),
            Map.entry("test/calc.test.js", "const { expect } = require('chai');\nconst h = require('./helper');\n"),
            Map.entry("test/helper/index.js", "exports.h = 1;\n"),
            Map.entry(
                    "package.json",
                    "{\"name\":\"x\",\"devDependencies\":{\"chai\":\"^4.0.0\",\"local\":\"file:./libs/local\"}}"),
            Map.entry(
                    "package-lock.json",
                    "{\"packages\":{\"node_modules/chai\":{\"version\":\"4.0.0\",\"resolved\":\"https://a/chai.tgz\",\"integrity\":\"sha512-a\"}}}"),
            Map.entry("pnpm-lock.yaml", """
                    importers:

                      .:
                        devDependencies:
                          chai:
                            specifier: ^4.0.0
                            version: 4.0.0

                    packages:

                      chai@4.0.0:
                        resolution: {integrity: sha512-a}
                    """),
            Map.entry("Gemfile.lock", "GEM\n  remote: https://a/\n  specs:\n    minitest (5.0.0)\n"),
            Map.entry(
                    "composer.lock",
                    "{\"packages-dev\":[{\"name\":\"phpunit/phpunit\",\"version\":\"9\",\"dist\":{\"type\":\"zip\",\"shasum\":\"aa\"}}]}"),
            Map.entry("tests/test_calc.py", "import hamcrest\nimport calc\nimport helpers\n"),
            Map.entry("tests/helpers.py", "x = 1\n"),
            Map.entry("pyproject.toml", "[project]\nname = 'calc'\ndependencies = ['PyHamcrest', 'hamcrest>=2']\n"),
            Map.entry(
                    "calc_test.go",
                    "package calc\n\nimport (\n\t\"testing\"\n\t\"github.com/stretchr/testify/assert\"\n)\n"),
            Map.entry("vendor/github.com/stretchr/testify/assert/assert.go", "package assert\n"),
            Map.entry("go.sum", "github.com/stretchr/testify v1.8.0 h1:aaaa=\n"),
            Map.entry("tests/calc.rs", "use pretty_assertions::assert_eq;\nuse calc::add;\n"),
            Map.entry("Cargo.toml", "[package]\nname = \"calc\"\n[dev-dependencies]\npretty_assertions = \"1\"\n"),
            Map.entry(
                    "Cargo.lock",
                    "[[package]]\nname = \"pretty_assertions\"\nversion = \"1.0.0\"\nchecksum = \"aa\"\n"),
            Map.entry("t/calc.t", "use Test::More;\nuse Calc;\n"),
            Map.entry("test/calc_test.rb", "require 'minitest/autorun'\nrequire 'calc'\n"),
            Map.entry("tests/calc.c", "#include <assert.h>\n#include \"calc.h\"\n")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/java/org/junit/Assert.java|package org.junit;\\npublic class Assert {}",
                "src/main/kotlin/X.kt|package org.junit.jupiter.api",
                "package.json|{\"name\":\"x\",\"devDependencies\":{\"chai\":\"./shim\"}}",
                "package.json|{\"name\":\"x\",\"devDependencies\":{\"chai\":\"npm:mine@1\"}}",
                "package.json|{\"name\":\"chai\",\"devDependencies\":{\"chai\":\"^4.0.0\"}}",
                "tsconfig.json|{\"compilerOptions\":{\"paths\":{\"chai\":[\"./shim\"]}}}",
                "package-lock.json|{\"packages\":{\"node_modules/chai\":{\"version\":\"4.0.0\",\"resolved\":\"file:shim\",\"integrity\":\"sha512-b\"}}}",
                "pnpm-lock.yaml|importers:\\n\\n  .:\\n    devDependencies:\\n      chai:\\n        specifier: ^4.0.0\\n        version: link:shim",
                "pnpm-lock.yaml|packages:\\n\\n  chai@4.0.0:\\n    resolution: {integrity: sha512-b}",
                "pnpm-lock.yaml|packages:\\n\\n  /chai@4.0.0:\\n    resolution: {tarball: file:shim.tgz}",
                "Gemfile.lock|PATH\\n  remote: shim\\n  specs:\\n    minitest (5.0.0)",
                "composer.lock|{\"packages-dev\":[{\"name\":\"phpunit/phpunit\",\"version\":\"9\",\"dist\":{\"type\":\"path\"}}]}",
                "test/helper.js|exports.h = 2;",
                "tests/helpers/__init__.py|x = 2",
                "hamcrest.py|x = 2",
                "src/hamcrest/__init__.py|x = 2",
                "vendor/github.com/stretchr/testify/assert/assert.go|package assert // changed",
                "go.sum|github.com/stretchr/testify v1.8.0 h1:bbbb=",
                "Cargo.toml|[package]\\nname = \"calc\"\\n[dev-dependencies]\\npretty_assertions = { path = \"shim\" }",
                "Cargo.lock|[[package]]\\nname = \"pretty_assertions\"\\nversion = \"1.0.0\"\\nchecksum = \"bb\"",
                "lib/Test/More.pm|package Test::More;",
                "lib/minitest/autorun.rb|puts 'ok'",
                "include/assert.h|#define assert(x)",
                "src/main/resources/META-INF/services/org.junit.platform.launcher.TestExecutionListener|x.Y"
            })
    void aFileThatTakesThePlaceOfATestLibraryIsAFinding(String path, String text) {
        assertThat(findings(path, text)).singleElement().matches(Finding::blocking);
        assertThat(findings(path, text, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/main/java/x/Assert.java|package x;\\npublic class Assert {}",
                "package.json|{\"name\":\"x\",\"dependencies\":{\"left-pad\":\"^1.0.0\"},\"devDependencies\":{\"chai\":\"^4.0.0\"}}",
                "package.json|{\"name\":\"x\",\"devDependencies\":{\"chai\":\"^5.0.0\"}}",
                "packages/core/package.json|{\"name\":\"@x/core\"}",
                "package-lock.json|{\"packages\":{\"node_modules/chai\":{\"version\":\"4.0.0\",\"resolved\":\"https://b/chai.tgz\",\"integrity\":\"sha512-a\"},\"node_modules/left-pad\":{\"version\":\"1.0.0\"}}}",
                "pnpm-lock.yaml|packages:\\n\\n  '@x/pad@1.0.0':\\n    resolution: {integrity: sha512-c}\\n\\n  chai@4.0.0:\\n    resolution: {integrity: sha512-a}",
                "Gemfile.lock|GEM\\n  remote: https://b/\\n  specs:\\n    minitest (5.0.0)\\n    rainbow (3.0.0)",
                "composer.lock|{\"packages\":[{\"name\":\"psr/log\",\"version\":\"3\"}],\"packages-dev\":[{\"name\":\"phpunit/phpunit\",\"version\":\"9\",\"dist\":{\"type\":\"zip\",\"shasum\":\"aa\"}}]}",
                "calc.py|def add(): pass",
                "calc/__init__.py|def add(): pass",
                "helpers.py|x = 2",
                "vendor/github.com/other/lib/a.go|package lib",
                "go.sum|github.com/stretchr/testify v1.8.0 h1:aaaa=\\ngithub.com/other/lib v1.0.0 h1:cc=",
                "Cargo.toml|[package]\\nname = \"calc\"\\n[dependencies]\\ncore = { path = \"core\" }\\n[dev-dependencies]\\npretty_assertions = \"1\"",
                "Cargo.lock|[[package]]\\nname = \"pretty_assertions\"\\nversion = \"1.0.0\"\\nchecksum = \"aa\"\\n[[package]]\\nname = \"serde\"\\nversion = \"1.0.0\"",
                "lib/Calc.pm|package Calc;",
                "lib/calc.rb|def add; end",
                "include/calc.h|int add(int, int);",
                "test/other.js|exports.x = 1;"
            })
    void ordinaryWorkIsNoFinding(String path, String text) {
        assertThat(findings(path, text)).isEmpty();
    }

    private static List<Finding> findings(String path, String text, String... mayChange) {
        TaskFiles files = TaskFiles.of("make test", BASE, Map.of(path, text.replace("\\n", "\n") + "\n"), mayChange);
        return new TestLibraries(files.files(), files.base(), files.result()).findings(files.changed());
    }
}
