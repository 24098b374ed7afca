#include "tests/vectors/Vectors.h"

#include <catch2/catch_test_macros.hpp>
#include <iostream>

TEST_CASE("vectors of other clients and of the specification hold", "[vectors]")
{
    const auto vectors = test::readVectors();
    if (!vectors)
        SKIP("no vectors: set TIM_VECTORS to the file");
    int run = 0;
    QStringList notCovered;
    for (const auto& vector : *vectors) {
        const auto failure = test::runVector(vector);
        if (!failure) {
            notCovered.append(vector.id);
            continue;
        }
        ++run;
        INFO(vector.id.toStdString() << ": " << failure->toStdString());
        CHECK(failure->isEmpty());
    }
    std::cout << run << " vectors run, " << notCovered.size() << " not covered: " << notCovered.join(u' ').toStdString()
              << std::endl;
    CHECK(run > 0);
}
