package dev.pawl.db.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring alone maps rows to records. */
class RowMappingTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.pawl.db");

    private static final ArchRule NOT_BY_HAND = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ResultSet.class)
            .orShould()
            .beAssignableTo(assignableTo(RowMapper.class)
                    .or(assignableTo(ResultSetExtractor.class))
                    .or(assignableTo(RowCallbackHandler.class)));

    @Test
    void noRowIsMappedByHand() {
        NOT_BY_HAND.check(OURS);
    }

    @ParameterizedTest
    @ValueSource(classes = {ByLambda.class, ByMethod.class, ByClass.class})
    void aRowThatIsMappedByHandIsFound(Class<?> mapped) {
        JavaClasses trespasser = new ClassFileImporter().importClasses(mapped);

        assertThat(NOT_BY_HAND.evaluate(trespasser).hasViolation()).isTrue();
    }

    @Test
    void repositoriesAreOfTables() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Table.class)
                .check(OURS);
    }

    record ByLambda(JdbcClient jdbc) {
        List<String> names() {
            return jdbc.sql("select name from task")
                    .query((row, number) -> row.getString(1))
                    .list();
        }
    }

    record ByMethod(JdbcClient jdbc) {
        List<String> names() {
            return jdbc.sql("select name from task").query(ByMethod::name).list();
        }

        private static String name(ResultSet row, int number) throws SQLException {
            return row.getString(1);
        }
    }

    static final class ByClass implements RowMapper<String> {
        @Override
        public String mapRow(ResultSet row, int number) throws SQLException {
            return row.getString(1);
        }
    }
}
