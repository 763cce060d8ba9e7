using System.Text.RegularExpressions;

namespace ParityNet.Torch.Loading;

/// <summary>What the dynamic loader says when it refuses a library.</summary>
static partial class LoaderRefusal
{
    /// <summary>The missing library, or the missing version of one; null where the loader failed for another reason.</summary>
    /// <param name="refusal">What <see cref="System.Runtime.InteropServices.NativeLibrary"/> threw.</param>
    public static string? Missing(Exception refusal) => Lack.Match(refusal.Message) is { Success: true } lack ? lack.Groups["what"].Value : null;

    // glibc: "version `GLIBCXX_3.4.33' not found", "libgomp.so.1: cannot open shared object file"; musl: "Error loading shared library
    // libgomp.so.1: No such file".
    [GeneratedRegex(
        @"version [`'](?<what>[\w.]+)' not found|(?<what>[\w.+-]+): cannot open shared object file|Error loading shared library (?<what>[\w.+-]+):")]
    static partial Regex Lack { get; }
}
