using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using ParityNet.Serialization;

namespace ParityNet.Tests.Serialization;

public class StateFileTests
{
    static readonly OptimizerSpec Spec = new Adam(AmsGrad: true).WithClippedNorm(1).WithLookahead(2, 0.5);

    static OptimizerState<float> State => Spec.Init([Tensor.Create([1f, -0f, float.NaN, 3f, 5f, 1e-45f], [2, 3]), Tensor.Create([7f], [1])]) with { Step = 12 };

    [Fact]
    public void State_comes_back_to_the_bit()
    {
        OptimizerState<float> loaded = StateFile.Load<float>(new MemoryStream(Saved()), Spec);

        Assert.Equal(12, loaded.Step);
        Assert.Equal(State.Slots.Keys.Order(), loaded.Slots.Keys.Order());
        foreach ((Tensor<float> before, Tensor<float> after) in State.Parameters.Concat(State["slow"]).Zip(loaded.Parameters.Concat(loaded["slow"])))
        {
            Assert.Equal(before.Lengths.ToArray(), after.Lengths.ToArray());
            Assert.Equal(before.Flat().ToArray().Select(BitConverter.SingleToInt32Bits), after.Flat().ToArray().Select(BitConverter.SingleToInt32Bits));
        }
    }

    [Fact]
    public void File_is_laid_out_as_safetensors()
    {
        byte[] bytes = Saved();
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        JsonElement header = JsonElement.Parse(bytes.AsSpan(8, length));

        Assert.Equal(0, length % 8);
        JsonElement weights = header.GetProperty("params.0");
        Assert.Equal("F32", weights.GetProperty("dtype").GetString());
        Assert.Equal([2, 3], weights.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32()));
        int start = weights.GetProperty("data_offsets")[0].GetInt32();
        Assert.Equal(start + 24, weights.GetProperty("data_offsets")[1].GetInt32());
        Assert.Equal(1f, BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + length + start)));
        JsonElement metadata = header.GetProperty("__metadata__");
        Assert.Equal("lookahead(clip_grad_norm(adam))", metadata.GetProperty("optimizer").GetString());
        Assert.Equal("12", metadata.GetProperty("step").GetString());
        Assert.Equal(2, JsonElement.Parse(metadata.GetProperty("options").GetString()!).GetProperty("k").GetInt32());
        Assert.Equal(bytes.Length, 8 + length + header.EnumerateObject().Where(p => p.Name != "__metadata__").Max(p => p.Value.GetProperty("data_offsets")[1].GetInt32()));
    }

    [Fact]
    public void Single_number_has_no_dimensions_in_a_file()
    {
        var spec = new NAdam();
        using var file = new MemoryStream();
        spec.Init([Tensor.Create([1f], [1])]).Save(file, spec);
        byte[] bytes = file.ToArray();
        JsonElement header = JsonElement.Parse(bytes.AsSpan(8, (int)BinaryPrimitives.ReadInt64LittleEndian(bytes)));

        Assert.Equal("[]", header.GetProperty("state.mu_product.0").GetProperty("shape").GetRawText());
        Assert.Equal("[1]", header.GetProperty("state.exp_avg.0").GetProperty("shape").GetRawText());
        Assert.Equal([1], StateFile.Load<float>(new MemoryStream(bytes), spec)["mu_product"][0].Lengths.ToArray());
    }

    [Fact]
    public void Options_may_change_but_memory_may_not()
    {
        Assert.Equal(12, StateFile.Load<float>(new MemoryStream(Saved()), new Adam(0.5, AmsGrad: true).WithClippedNorm(9).WithLookahead(7)).Step);
        Assert.Equal(
            "optimizer must be that of the state to load: expected adam, got lookahead(clip_grad_norm(adam)).", Refused(Saved(), new Adam()));
        Assert.Equal(
            "the file must hold what lookahead(clip_grad_norm(adam)) keeps: expected 8 tensors, got 10.", Refused(Saved(), new Adam().WithClippedNorm(1).WithLookahead()));
    }

    [Fact]
    public void Gathered_gradients_are_resumed_by_the_same_number_alone()
    {
        OptimizerSpec two = new Adam(0.01).WithAccumulation(2), forty = new Adam(0.01).WithAccumulation(40);
        using var stream = new MemoryStream();
        (two.Init([Tensor.Create([1f], [1])]) with { Step = 40 }).Save(stream, two);

        Assert.Equal("optimizer must be that of the state to load: expected accumulate(adam, steps=40), got accumulate(adam, steps=2).", Refused(stream.ToArray(), forty));
        Assert.Equal(40, StateFile.Load<float>(new MemoryStream(stream.ToArray()), new Adam(0.5).WithAccumulation(2, AccumulationForm.Sum)).Step);
    }

    [Fact]
    public void Options_of_a_file_build_the_spec_again()
    {
        foreach (OptimizerSpec spec in Catalog.Examples<OptimizerSpec>())
        {
            using var stream = new MemoryStream();
            nint[] shape = [.. Enumerable.Repeat((nint)2, spec.RankOf(0) ?? 1)];
            spec.Init(Enumerable.Range(0, Math.Max(1, spec.SmallestParameters)).Select(_ => Tensor.Create(new float[shape.Length * 2], shape)).ToArray()).Save(stream, spec);
            JsonElement header = JsonElement.Parse(stream.ToArray().AsSpan(8, (int)BinaryPrimitives.ReadInt64LittleEndian(stream.ToArray())));
            JsonElement options = JsonElement.Parse(header.GetProperty("__metadata__").GetProperty("options").GetString()!);

            Assert.Equal(spec, Catalog.Entry(spec).Build(options.EnumerateObject().ToDictionary(o => o.Name, o => o.Value)));
        }
    }

    [Fact]
    public void Other_element_type_is_refused() => Assert.Equal(
        "params.0 must have the element type that is loaded: expected F64, got F32.",
        Assert.Throws<InvalidDataException>(() => StateFile.Load<double>(new MemoryStream(Saved()), Spec)).Message);

    [Fact]
    public void Broken_file_is_refused_wherever_it_breaks_off()
    {
        byte[] whole = Saved();
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => StateFile.Load<float>(new MemoryStream(whole[..length]), Spec));
        Assert.Throws<InvalidDataException>(() => StateFile.Load<float>(new MemoryStream([.. whole, 0]), Spec));
    }

    [Theory]
    [InlineData("{}", "format must be that of the state to load: expected paritynet.optimizer_state, got none.")]
    [InlineData("[]", "the header must be a JSON object: expected an object, got Array.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "a must start where the tensor before ends: expected offset 0, got 4.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "b must start where the tensor before ends: expected offset 4, got 0.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", "a must have as many bytes as its shape says: expected two offsets 8 apart, got [0, 4].")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", "a must have its shape: expected a list of integers of at least 0, got [-1].")]
    [InlineData("{\"a\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]}}", "a must have the element type that is loaded: expected F32, got I8.")]
    [InlineData("{\"a\":1}", "a must be a JSON object: expected an object, got Number.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}", "the header must have different names: expected one a, got another.")]
    [InlineData("{\"__metadata__\":{\"step\":\"1\",\"step\":\"2\"}}", "__metadata__ must have different names: expected one step, got another.")]
    [InlineData("{\"__metadata__\":{\"step\":1}}", "__metadata__ must hold strings: expected a string as step, got another value.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9223372036854775807],\"data_offsets\":[0,4]}}", "a must fit into an array: expected at most 2147483591 elements, got more by its shape.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,4,0],\"data_offsets\":[0,0]}}", "a must fit into an array: expected at most 2147483591 elements, got more by its shape.")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,4]}}", "a must have its shape: expected a list of integers of at least 0, got [9223372036854775808].")]
    [InlineData("{\"\\ud800\":{}}", "the header must be Unicode text: expected characters, got half of a surrogate pair.")]
    [InlineData("{\"a", "the header must be JSON: expected an object, got text that breaks off at byte 3.")]
    public void Header_that_must_not_be_is_refused_in_a_sentence(string header, string message)
    {
        byte[] text = Encoding.UTF8.GetBytes(header), length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        Assert.Equal(message, Refused([.. length, .. text], Spec));
    }

    [Theory]
    [InlineData("{\"#\":1}"), InlineData("{\"#\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}"), InlineData("{\"a\":{\"dtype\":\"#\"}}")]
    [InlineData("{\"#\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}"), InlineData("{\"__metadata__\":{\"format\":\"#\"}}"), InlineData("{\"__metadata__\":{\"#\":1}}")]
    [InlineData("{\"__metadata__\":{\"format\":\"paritynet.optimizer_state\",\"version\":\"1\",\"optimizer\":\"$\",\"step\":\"#\"}}"), InlineData("{\"#\":{},\"#\":{}}")]
    public void What_a_file_says_is_repeated_in_part(string header)
    {
        byte[] text = Encoding.UTF8.GetBytes(header.Replace("#", new string('x', 5000), StringComparison.Ordinal).Replace("$", Spec.Memory, StringComparison.Ordinal)), length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        string message = Refused([.. length, .. text], Spec);
        Assert.Contains("xxx…", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, 300);
    }

    [Fact]
    public void Header_of_other_bytes_than_characters_is_refused() => Assert.Equal(
        "the header must be UTF-8: expected a character, got other bytes at byte 2.", Refused([4, 0, 0, 0, 0, 0, 0, 0, .. "{\""u8, 0xff, .. "}"u8], Spec));

    [Fact]
    public void Stream_without_a_length_gives_the_same_state()
    {
        using var pipe = new System.IO.Compression.BrotliStream(new MemoryStream(Packed()), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(12, StateFile.Load<float>(pipe, Spec).Step);
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_it_loads_or_is_refused_in_one_sentence()
    {
        byte[] whole = Saved();
        var random = new Random(11);
        for (int i = 0; i < 4000; i++)
        {
            byte[] changed = [.. whole];
            for (int times = random.Next(1, 4); times > 0; times--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                StateFile.Load<float>(new MemoryStream(changed), Spec);
            }
            catch (InvalidDataException refusal)
            {
                Assert.DoesNotContain('\n', refusal.Message);
                Assert.DoesNotContain("Parameter '", refusal.Message, StringComparison.Ordinal);
                Assert.InRange(refusal.Message.Length, 1, 400);
            }
        }
    }

    [Fact]
    public void Header_greater_than_the_file_is_refused_before_memory_is_taken() =>
        Assert.Equal("the header must fit the file and 100 MB: expected at most 2 bytes, got 9223372036854775807.", Refused([.. BitConverter.GetBytes(long.MaxValue), 1, 2], Spec));

    [Fact]
    public void Saving_replaces_a_file_whole_and_leaves_nothing_beside_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string path = Path.Combine(folder.FullName, "state.safetensors");
        File.WriteAllText(path, "old");
        Assert.Throws<ArgumentException>(() => State.Save(path, new Adadelta()));
        Assert.Equal("old", File.ReadAllText(path));
        State.Save(path, Spec);
        Assert.Equal(12, StateFile.Load<float>(path, Spec).Step);
        Assert.Single(folder.GetFiles());
        folder.Delete(recursive: true);
    }

    static byte[] Saved()
    {
        using var stream = new MemoryStream();
        State.Save(stream, Spec);
        return stream.ToArray();
    }

    static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var writer = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            writer.Write(Saved());
        return packed.ToArray();
    }

    static string Refused(byte[] file, OptimizerSpec spec) =>
        Assert.Throws<InvalidDataException>(() => StateFile.Load<float>(new MemoryStream(file), spec)).Message;
}
