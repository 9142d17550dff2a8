package org.atelier.frontend.admin.models;

import java.math.BigDecimal;
import java.util.Optional;
import org.atelier.frontend.backend.AdminModelsApi.Price;

/** A price as people write it: dollars for a million tokens, a picture, a second. Empty: not given. */
public class PriceFields {

    private static final BigDecimal MILLION = new BigDecimal("1000000");

    private String prompt;
    private String completion;
    private String request;
    private String inputImage;
    private String outputImage;
    private String videoSecond;
    private String video;
    private boolean override;

    PriceFields() {}

    PriceFields(Price price) {
        prompt = text(price.prompt(), MILLION);
        completion = text(price.completion(), MILLION);
        request = text(price.request(), BigDecimal.ONE);
        inputImage = text(price.inputImage(), BigDecimal.ONE);
        outputImage = text(price.outputImage(), BigDecimal.ONE);
        videoSecond = text(price.videoSecond(), BigDecimal.ONE);
        video = text(price.video(), BigDecimal.ONE);
        override = price.override() != null && price.override();
    }

    private static String text(BigDecimal amount, BigDecimal units) {
        return amount == null
                ? null
                : amount.multiply(units).stripTrailingZeros().toPlainString();
    }

    /**
     * @return null: nothing is given
     * @throws NumberFormatException for what is no amount
     */
    Price price() {
        Price price = new Price(
                amount(prompt, MILLION),
                amount(completion, MILLION),
                amount(request, BigDecimal.ONE),
                amount(inputImage, BigDecimal.ONE),
                amount(outputImage, BigDecimal.ONE),
                amount(videoSecond, BigDecimal.ONE),
                amount(video, BigDecimal.ONE),
                override);
        return price.equals(new Price(null, null, null, null, null, null, null, override)) ? null : price;
    }

    /** With a point or, as Germans write it, a comma. */
    private static BigDecimal amount(String text, BigDecimal units) {
        String given = Optional.ofNullable(text)
                .map(some -> some.replace("$", "").replace(',', '.').strip())
                .orElse("");
        if (given.isEmpty()) {
            return null;
        }
        if (!given.matches("\\d{1,7}(\\.\\d{1,9})?")) {
            throw new NumberFormatException(given);
        }
        return new BigDecimal(given).divide(units);
    }

    public String getPrompt() {
        return prompt;
    }

    public void setPrompt(String prompt) {
        this.prompt = prompt;
    }

    public String getCompletion() {
        return completion;
    }

    public void setCompletion(String completion) {
        this.completion = completion;
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request = request;
    }

    public String getInputImage() {
        return inputImage;
    }

    public void setInputImage(String inputImage) {
        this.inputImage = inputImage;
    }

    public String getOutputImage() {
        return outputImage;
    }

    public void setOutputImage(String outputImage) {
        this.outputImage = outputImage;
    }

    public String getVideoSecond() {
        return videoSecond;
    }

    public void setVideoSecond(String videoSecond) {
        this.videoSecond = videoSecond;
    }

    public String getVideo() {
        return video;
    }

    public void setVideo(String video) {
        this.video = video;
    }

    public boolean isOverride() {
        return override;
    }

    public void setOverride(boolean override) {
        this.override = override;
    }
}
