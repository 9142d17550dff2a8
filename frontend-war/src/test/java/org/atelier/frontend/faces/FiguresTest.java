package org.atelier.frontend.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | $0.00
            0.0000     | $0.00
            1234.5     | $1,234.50
            0.1        | $0.10
            0.099      | $0.099
            0.00042    | $0.00042
            0.00123456 | $0.0012
            0.010      | $0.01
            """)
    void moneyShowsCentsAndWhatMattersOfLess(String dollars, String shown) {
        assertThat(Figures.money(new BigDecimal(dollars), Locale.US)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.5  | 1.234,50
            0.00042 | 0,00042
            """)
    void moneyIsWrittenAsTheReaderDoes(String dollars, String shown) {
        assertThat(Figures.money(new BigDecimal(dollars), Locale.GERMANY))
                .startsWith(shown)
                .contains("$");
    }
}
