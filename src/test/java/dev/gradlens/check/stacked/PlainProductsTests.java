package dev.gradlens.check.stacked;

class PlainProductsTests extends ProductsContract {
    @Override
    Products products() {
        return new PlainProducts();
    }

    @Override
    int lanes() {
        return 1;
    }
}
