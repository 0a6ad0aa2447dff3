package dev.gradlens.check.stacked;

class VectorProductsTests extends ProductsContract {
    @Override
    Products products() {
        return new VectorProducts();
    }

    @Override
    int lanes() {
        return Vectors.lanes();
    }
}
