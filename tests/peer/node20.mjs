// matrix-js-sdk 43 is written for Node 22. All it needs that Node 20 lacks is Promise.withResolvers.
// Import this file before the SDK.
Promise.withResolvers ??= function () {
    const parts = {};
    parts.promise = new this((resolve, reject) => Object.assign(parts, { resolve, reject }));
    return parts;
};
