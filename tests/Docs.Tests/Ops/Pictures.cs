using ParityNet.Parity;

namespace ParityNet.Tests.Ops;

/// <summary>The pictures that <c>docs/images/make.sh</c> draws.</summary>
static class Pictures
{
    public static bool Has(OpEntry op) => File.Exists(Repository.At("docs", "ops", "images", op.Name + ".svg"));

    public static string Link(OpEntry op) => $"images/{op.Name}.svg";
}
