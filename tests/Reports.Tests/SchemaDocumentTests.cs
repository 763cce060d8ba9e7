using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ParityNet.Reports.Rendering.Plots;
using Xunit;

namespace ParityNet.Reports.Tests;

public sealed class SchemaDocumentTests
{
    static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "report-schema.md"));

    public static TheoryData<Type> Records => [.. Reached(typeof(Report), [])];

    [Theory]
    [MemberData(nameof(Records))]
    public void The_document_lists_every_field_of_the_model_and_no_other(Type record)
    {
        string[] sections = Document.Split("\n## ");
        string section = Assert.Single(sections, s => s.StartsWith(record.Name + "\n", StringComparison.Ordinal));
        Assert.Equal(
            Properties(record).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)),
            section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]));
    }

    static HashSet<Type> Reached(Type record, HashSet<Type> seen)
    {
        if (seen.Add(record))
            foreach (PropertyInfo property in Properties(record))
            {
                Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
                    type = type.GenericTypeArguments[0];
                if (type.Namespace!.StartsWith("ParityNet", StringComparison.Ordinal))
                    Reached(type, seen);
            }
        return seen;
    }

    static PropertyInfo[] Properties(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
