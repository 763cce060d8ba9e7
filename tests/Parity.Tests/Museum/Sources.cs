namespace ParityNet.Parity.Tests.Museum;

/// <summary>Where a mistake was published: <c>project#issue</c>, <c>project@commit</c>, or <c>project@version:path</c>.</summary>
static class Sources
{
    static readonly Dictionary<string, string> Owners = new()
    {
        ["pytorch"] = "pytorch/pytorch",
        ["tensorflow"] = "tensorflow/tensorflow",
        ["keras"] = "keras-team/keras",
        ["higher"] = "facebookresearch/higher",
        ["transformers"] = "huggingface/transformers",
        ["optax"] = "google-deepmind/optax",
        ["holocron"] = "frgfm/Holocron",
        ["convnetjs"] = "karpathy/convnetjs",
        ["fastai"] = "fastai/fastai",
        ["ConvE"] = "TimDettmers/ConvE",
        ["aprender"] = "paiml/aprender",
        ["tinygrad"] = "tinygrad/tinygrad",
        ["sleef"] = "shibatch/sleef",
        ["dotnet/runtime"] = "dotnet/runtime",
        ["TorchSharp"] = "dotnet/TorchSharp",
        ["burn"] = "tracel-ai/burn",
    };

    /// <summary>The source as a link; null where it is none.</summary>
    public static string? Link(string source)
    {
        string project = source.Split('#', '@')[0], rest = source[Math.Min(source.Length, project.Length + 1)..];
        if (!Owners.TryGetValue(project, out string? owner) || rest.Length == 0)
            return null;
        string home = $"https://github.com/{owner}";
        return source[project.Length] == '#' ? $"[{source}]({home}/issues/{rest})"
            : rest.Split(':') is [var version, var path] ? $"[{project} {Short(version)}, {path.Split('/')[^1]}]({home}/blob/{version}/{path})"
            : $"[{project} {Short(rest)}]({home}/commit/{rest})";
    }

    static string Short(string version) => version.Length == 40 ? version[..8] : version;
}
