using ParityNet.Parity;

namespace ParityNet.Tests.Ops;

/// <summary>The pictures that <c>docs/images/make.sh ops</c> draws.</summary>
static class Pictures
{
    static readonly string Folder = Repository.At("docs", "ops", "images");

    // Layers, models and minimizers have no one axis to draw them along, and these ops have none either.
    static readonly string[] Without = ["groups", "ctc_loss"];

    /// <summary>The names of all pictures there are.</summary>
    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.svg").Select(path => Path.GetFileNameWithoutExtension(path));

    public static bool Has(OpEntry op) => File.Exists(Path.Combine(Folder, op.Name + ".svg"));

    public static bool Needs(OpEntry op) => op.Kind is not (OpKind.Layer or OpKind.Model or OpKind.Minimizer or OpKind.LineSearch) && !Without.Contains(op.Name);

    public static string Link(OpEntry op) => $"images/{op.Name}.svg";
}
