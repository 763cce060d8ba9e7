using Microsoft.CodeAnalysis.Text;

namespace ParityNet.Mutants;

/// <summary>A piece of source and what an error makes of it.</summary>
/// <param name="Id">The number by which the switch knows it.</param>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Start">The first character of the piece.</param>
/// <param name="Kind">The kind of error.</param>
/// <param name="Original">The piece.</param>
/// <param name="Mutated">What the error makes of it; empty where a statement is left out.</param>
sealed record Site(int Id, string File, int Line, int Start, string Kind, string Original, string Mutated)
{
    /// <summary>The folder of the file, whose errors are counted together.</summary>
    public string Folder => Path.GetDirectoryName(File)!.Replace('\\', '/')["src/".Length..];

    /// <summary>Where the piece stands.</summary>
    public TextSpan Span => new(Start, Original.Length);

    /// <summary>The source that computes one or the other.</summary>
    public string Switched => Mutated.Length == 0
        ? $"{{ if (!global::ParityNet.Mutation.At({Id})) {Original} }}"
        : $"(global::ParityNet.Mutation.At({Id}) ? ({Mutated}) : ({Original}))";
}
