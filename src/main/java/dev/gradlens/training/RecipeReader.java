package dev.gradlens.training;

/** Reads recipes as they are kept. */
public interface RecipeReader {

    /**
     * The recipe of a training.
     *
     * @param effective its own {@link Training#effective()}
     */
    Recipe read(String effective);
}
