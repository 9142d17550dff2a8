package org.atelier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void whatWouldBreakALineIsQuoted() {
        assertThat(Csv.line("a", null, 7L, "b,c", "say \"hi\"", "two\nlines"))
                .isEqualTo("a,,7,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void noCellIsAFormulaUnlessItIsANumber() {
        assertThat(Csv.line("=1+1", "+49", "-2", "@x", "\tq", "\r=", -2, new BigDecimal("-1.5"), "a=1"))
                .isEqualTo("'=1+1,'+49,'-2,'@x,'\tq,\"'\r=\",-2,-1.5,a=1\r\n");
    }
}
