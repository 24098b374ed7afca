#include "core/encryption/SecretStorage.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

crypto::SecretBytes bytes(char fill)
{
    return crypto::SecretBytes::fromBytes(QByteArray(32, fill));
}

const QString name = u"m.cross_signing.master"_s;

} // namespace

TEST_CASE("a key description tells the right key from every other", "[encryption][storage]")
{
    const auto description = describeStorageKey(bytes('k'), u"Schlüssel-Blatt"_s);
    REQUIRE(description);
    CHECK(description->value("name"_L1).toString() == u"Schlüssel-Blatt");
    CHECK(checkStorageKey(*description, bytes('k')) == StorageKeyCheck::Right);
    CHECK(checkStorageKey(*description, bytes('x')) == StorageKeyCheck::Wrong);
}

TEST_CASE("a key description of another client is understood, with and without padding", "[encryption][storage]")
{
    const auto key = *crypto::SecretBytes::fromHex("8da2453dc22b51355ad77ab75b3e9863af7f4a7bc4af0ce8865b57e2d02196d1");
    QJsonObject description{{u"algorithm"_s, u"m.secret_storage.v1.aes-hmac-sha2"_s},
                            {u"iv"_s, u"xv5b6/p3ExEw++wTyfSHEg=="_s},
                            {u"mac"_s, u"ujBBbXahnTAMkmPUX2/0+VTfUh63pGyVRuBcDMgmJC8="_s}};
    CHECK(checkStorageKey(description, key) == StorageKeyCheck::Right);
    description.insert(u"mac"_s, u"ujBBbXahnTAMkmPUX2/0+VTfUh63pGyVRuBcDMgmJC8"_s);
    CHECK(checkStorageKey(description, key) == StorageKeyCheck::Right);
}

TEST_CASE("a description without anything to compare with proves nothing, and half of it is damage", "[encryption][storage]")
{
    auto description = *describeStorageKey(bytes('k'), {});
    description.remove(u"iv"_s);
    CHECK(checkStorageKey(description, bytes('k')) == StorageKeyCheck::Wrong);
    description.remove(u"mac"_s);
    CHECK(checkStorageKey(description, bytes('k')) == StorageKeyCheck::Unchecked);
    CHECK(checkStorageKey(description, bytes('x')) == StorageKeyCheck::Unchecked);
    description.insert(u"algorithm"_s, u"m.other"_s);
    CHECK(checkStorageKey(description, bytes('k')) == StorageKeyCheck::Wrong);
    CHECK(checkStorageKey({}, bytes('k')) == StorageKeyCheck::Wrong);
}

TEST_CASE("a secret opens under its own name and key only", "[encryption][storage]")
{
    const auto content = sealForStorage({}, name, u"id"_s, bytes('k'), bytes('s'));
    REQUIRE(content);
    CHECK(openFromStorage(*content, name, u"id"_s, bytes('k'))->equals(bytes('s')));
    CHECK(openFromStorage(*content, name, u"id"_s, bytes('x')).error().code == ErrorCode::Crypto);
    CHECK(openFromStorage(*content, u"m.megolm_backup.v1"_s, u"id"_s, bytes('k')).error().code == ErrorCode::Crypto);
    CHECK(openFromStorage(*content, name, u"other"_s, bytes('k')).error().code == ErrorCode::NotFound);
    CHECK(openFromStorage({}, name, u"id"_s, bytes('k')).error().code == ErrorCode::NotFound);
}

TEST_CASE("what is stored under other keys stays when one more is added", "[encryption][storage]")
{
    auto content = *sealForStorage({{u"other"_s, 7}}, name, u"old"_s, bytes('o'), bytes('s'));
    content = *sealForStorage(content, name, u"new"_s, bytes('n'), bytes('s'));
    CHECK(content.value("other"_L1).toInt() == 7);
    CHECK(openFromStorage(content, name, u"old"_s, bytes('o'))->equals(bytes('s')));
    CHECK(openFromStorage(content, name, u"new"_s, bytes('n'))->equals(bytes('s')));
}
