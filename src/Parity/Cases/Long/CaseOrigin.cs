namespace ParityNet.Parity.Cases;

/// <summary>Where a drawn case comes from, which says as much as its numbers.</summary>
/// <param name="Op">The op.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Index">The index of the case.</param>
sealed record CaseOrigin(OpEntry Op, ulong Seed, int Index)
{
    /// <summary>C# source that draws the case again and runs it on <c>backend</c>.</summary>
    public string Code<T>() where T : unmanaged =>
        $"new Draw<{ElementType.Keyword<T>()}>(Catalog.Find(OpKind.{Op.Kind}, \"{Op.Name}\"), {Seed}).At({Index}).Run(backend);";
}
