package io.parley.local.structure;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The packages of all modules keep the rules. */
class StructureTest {

	private static final JavaClasses PARLEY = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.parley");

	@TestFactory
	Stream<DynamicTest> everyRuleHolds() {
		return new StructureRules("io.parley").all().map(StructureTest::holds);
	}

	private static DynamicTest holds(ArchRule rule) {
		return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PARLEY));
	}

}
