using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Xunit;

namespace ParityNet.Reports.Tests;

public class AbsentFieldTests
{
    [Fact]
    public void A_field_that_is_not_written_where_it_is_null_is_not_required()
    {
        foreach ((JsonSerializerContext context, Type root) in ((JsonSerializerContext, Type)[])[(ReportContext.Default, typeof(Report)), (PartContext.Default, typeof(ReportPart))])
        {
            JsonTypeInfo[] types = [.. root.Assembly.GetTypes().Concat(typeof(Parity.EvalSession).Assembly.GetTypes()).Where(type => !type.ContainsGenericParameters && !type.IsByRefLike && type != typeof(void))
                .Select(context.GetTypeInfo).OfType<JsonTypeInfo>().Where(type => type.Kind == JsonTypeInfoKind.Object)];
            Assert.Contains(types, type => type.Type == root);
            Assert.Empty(types.SelectMany(type => type.Properties.Where(IsLost).Select(property => $"{type.Type.Name}.{property.Name}")));
        }
    }

    static bool IsLost(JsonPropertyInfo property) => property is { IsRequired: true, AssociatedParameter.IsNullable: true }
        && property.AttributeProvider!.GetCustomAttributes(typeof(JsonIgnoreAttribute), true).OfType<JsonIgnoreAttribute>().All(given => given.Condition != JsonIgnoreCondition.Never);
}
