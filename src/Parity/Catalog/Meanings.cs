namespace ParityNet.Parity;

/// <summary>Maps names from other libraries and PyTorch's class names to ops.</summary>
static class Meanings
{
    static readonly string[] Prefixes =
        ["torch.", "nn.", "functional.", "f.", "optim.", "lr_scheduler.", "init.", "keras.", "tf.", "losses.", "activations.", "optimizers.",
        "optax.", "schedules.", "layers.", "initializers.", "sklearn.", "metrics.", "jax.", "scipy.", "special.", "optimize.", "math.", "flax.",
        "linen.", "tfa.", "torchvision.", "ops.", "regularizers.", "callbacks.", "transforms.", "gluon.", "loss.", "reg:", "binary:", "multi:",
        "neg_", "fmin_"];

    // What other names add to that of the op, without underscores.
    static readonly string[] Suffixes = ["loss", "schedule", "scheduler", "lr", "activation", "layer", "optimizer", "initializer", "function"];

    /// <summary>The known name of which a given name is a synonym; null where it is none.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        string bare = Bare(given);
        string[] names = [.. known.Distinct()];
        return names.FirstOrDefault(name => Plain(name) == bare)
            ?? Named(names, bare)
            ?? Shorter(bare).SelectMany(shorter => names.Where(name => Plain(name) == shorter || Shorter(Plain(name)).Contains(shorter))
                .Append(Named(names, shorter))).FirstOrDefault(name => name is not null);
    }

    static string? Named(string[] names, string bare) => Synonyms.Of(bare).FirstOrDefault(names.Contains);

    static IEnumerable<string> Shorter(string bare) =>
        Suffixes.Where(suffix => bare.Length > suffix.Length && bare.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => bare[..^suffix.Length]).Append(bare);

    static string Bare(string given)
    {
        string rest = given.ToLowerInvariant();
        while (Prefixes.FirstOrDefault(prefix => rest.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix)
            rest = rest[prefix.Length..];
        return Plain(rest);
    }

    static string Plain(string name) =>
        name.ToLowerInvariant().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal);
}
