/*
 * Reads what a program says to a screen reader, quickly: scene-reader BUS-NAME ROOT-PATH.
 *
 * For each line on standard input it walks through the accessible objects that are shown, and writes
 * one line of JSON: [path, role, name, description, states, extents or null, [children]], where role
 * is a number of Atspi and states are the two numbers of 32 bits each. The questions of one level of
 * the tree are all on their way at once, so that a screen takes a tenth of what it takes to ask for one
 * thing after the other.
 */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#define ACCESSIBLE      "org.a11y.atspi.Accessible"
#define COMPONENT       "org.a11y.atspi.Component"
#define PROPERTIES      "org.freedesktop.DBus.Properties"
#define IN_WINDOW       1 /* what extents are measured in */
#define ANSWER_TIME_MS  20000
#define LONGEST_LINE    64

typedef struct
{
  char      *path;
  guint      role;
  char      *name;
  char      *description;
  guint32    states[2];
  gboolean   has_extents; /* pages of a stack have none */
  int        x, y, width, height;
  gboolean   is_mapped;
  GPtrArray *children;    /* (element-type Thing): those that are shown, once they are known */
} Thing;

typedef struct
{
  GDBusConnection *connection;
  const char      *bus_name;
  guint            n_waiting;
} Reader;

typedef void (*Keep) (Thing    *thing,
                      GVariant *answer);

typedef struct
{
  Reader *reader;
  Thing  *thing;
  Keep    keep;
} Question;

static void
thing_free (gpointer data)
{
  Thing *thing = data;

  g_free (thing->path);
  g_free (thing->name);
  g_free (thing->description);
  g_ptr_array_unref (thing->children);
  g_free (thing);
}

static Thing *
thing_new (const char *path)
{
  Thing *thing = g_new0 (Thing, 1);

  thing->path = g_strdup (path);
  thing->children = g_ptr_array_new_with_free_func (thing_free);
  return thing;
}

static void
keep_children (Thing    *thing,
               GVariant *answer)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *path;

  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", NULL, &path))
    g_ptr_array_add (thing->children, thing_new (path));
}

static void
keep_extents (Thing    *thing,
              GVariant *answer)
{
  thing->has_extents = TRUE;
  g_variant_get (answer, "((iiii))", &thing->x, &thing->y, &thing->width, &thing->height);
}

static void
keep_mapped (Thing    *thing,
             GVariant *answer)
{
  g_variant_get (answer, "(b)", &thing->is_mapped);
}

static void
keep_words (Thing    *thing,
            GVariant *answer)
{
  g_autoptr (GVariant) words = g_variant_get_child_value (answer, 0);

  g_variant_lookup (words, "Name", "s", &thing->name);
  g_variant_lookup (words, "Description", "s", &thing->description);
}

static void
keep_role (Thing    *thing,
           GVariant *answer)
{
  g_variant_get (answer, "(u)", &thing->role);
}

static void
keep_states (Thing    *thing,
             GVariant *answer)
{
  g_autoptr (GVariantIter) iter = NULL;

  g_variant_get (answer, "(au)", &iter);
  for (guint i = 0; i < G_N_ELEMENTS (thing->states); i++)
    g_variant_iter_next (iter, "u", &thing->states[i]);
}

/* No answer is one too: there is no such interface, or the thing went away while we looked. */
static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result,
                                                               NULL);

  question->reader->n_waiting--;
  if (answer != NULL)
    question->keep (question->thing, answer);
}

static void
ask (Reader     *reader,
     Thing      *thing,
     const char *interface,
     const char *method,
     GVariant   *arguments,
     const char *reply,
     Keep        keep)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { reader, thing, keep };
  reader->n_waiting++;
  g_dbus_connection_call (reader->connection, reader->bus_name, thing->path, interface, method,
                          arguments, G_VARIANT_TYPE (reply), G_DBUS_CALL_FLAGS_NONE,
                          ANSWER_TIME_MS, NULL, answered_cb, question);
}

static void
await_answers (Reader *reader)
{
  while (reader->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Pages that are not shown stay in the tree: with no size when they never were, with their old size
 * when they were before. GTK answers "contains" for mapped widgets only. */
static void
ask_mapped (Reader *reader,
            Thing  *thing)
{
  if (!thing->has_extents)
    thing->is_mapped = TRUE;
  else if (thing->width > 0 && thing->height > 0)
    ask (reader, thing, COMPONENT, "Contains",
         g_variant_new ("(iiu)", thing->x + thing->width / 2, thing->y + thing->height / 2,
                        IN_WINDOW), "(b)", keep_mapped);
}

static void
drop_hidden (Thing *thing)
{
  for (guint i = thing->children->len; i-- > 0;)
    if (!((Thing *) g_ptr_array_index (thing->children, i))->is_mapped)
      g_ptr_array_remove_index (thing->children, i);
}

static void
ask_about (Reader *reader,
           Thing  *thing)
{
  ask (reader, thing, ACCESSIBLE, "GetChildren", NULL, "(a(so))", keep_children);
  ask (reader, thing, PROPERTIES, "GetAll", g_variant_new ("(s)", ACCESSIBLE), "(a{sv})",
       keep_words);
  ask (reader, thing, ACCESSIBLE, "GetRole", NULL, "(u)", keep_role);
  ask (reader, thing, ACCESSIBLE, "GetState", NULL, "(au)", keep_states);
}

#define FOREACH_CHILD(child, level)                                                               \
  for (guint i_ = 0; i_ < (level)->len; i_++)                                                     \
    for (guint j_ = 0; j_ < ((Thing *) g_ptr_array_index ((level), i_))->children->len; j_++)     \
      for (Thing *child = g_ptr_array_index (((Thing *) g_ptr_array_index ((level), i_))->children, \
                                             j_); child != NULL; child = NULL)

/* Takes what is known by its name alone; returns what is in it, by its name alone. */
static GPtrArray *
read_level (Reader    *reader,
            GPtrArray *level)
{
  GPtrArray *next = g_ptr_array_new ();

  for (guint i = 0; i < level->len; i++)
    ask_about (reader, g_ptr_array_index (level, i));
  await_answers (reader);
  FOREACH_CHILD (child, level)
    ask (reader, child, COMPONENT, "GetExtents", g_variant_new ("(u)", IN_WINDOW), "((iiii))",
         keep_extents);
  await_answers (reader);
  FOREACH_CHILD (child, level)
    ask_mapped (reader, child);
  await_answers (reader);
  for (guint i = 0; i < level->len; i++)
    drop_hidden (g_ptr_array_index (level, i));
  FOREACH_CHILD (child, level)
    g_ptr_array_add (next, child);
  return next;
}

static void
write_thing (JsonBuilder *builder,
             const Thing *thing)
{
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, thing->path);
  json_builder_add_int_value (builder, thing->role);
  json_builder_add_string_value (builder, thing->name != NULL ? thing->name : "");
  json_builder_add_string_value (builder, thing->description != NULL ? thing->description : "");
  json_builder_add_int_value (builder, thing->states[0]);
  json_builder_add_int_value (builder, thing->states[1]);
  if (thing->has_extents)
    {
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, thing->x);
      json_builder_add_int_value (builder, thing->y);
      json_builder_add_int_value (builder, thing->width);
      json_builder_add_int_value (builder, thing->height);
      json_builder_end_array (builder);
    }
  else
    json_builder_add_null_value (builder);
  json_builder_begin_array (builder);
  for (guint i = 0; i < thing->children->len; i++)
    write_thing (builder, g_ptr_array_index (thing->children, i));
  json_builder_end_array (builder);
  json_builder_end_array (builder);
}

static void
print_scene (Reader     *reader,
             const char *root_path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  GPtrArray *level = g_ptr_array_new ();
  Thing *root = thing_new (root_path);

  g_ptr_array_add (level, root);
  while (level->len > 0)
    {
      GPtrArray *next = read_level (reader, level);

      g_ptr_array_unref (level);
      level = next;
    }
  g_ptr_array_unref (level);
  write_thing (builder, root);
  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  puts (text);
  fflush (stdout);
  thing_free (root);
}

static GDBusConnection *
connect_to_bus (GError **error)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GVariant) answer = NULL;
  const char *address;

  if (session == NULL)
    return NULL;
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, ANSWER_TIME_MS, NULL, error);
  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  char line[LONGEST_LINE];
  Reader reader;

  g_return_val_if_fail (argc == 3, 2);

  connection = connect_to_bus (&error);
  if (connection == NULL)
    g_error ("%s", error->message);
  reader = (Reader) { connection, argv[1], 0 };
  while (fgets (line, sizeof line, stdin) != NULL)
    print_scene (&reader, argv[2]);
  return 0;
}
