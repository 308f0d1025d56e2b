/* Every value of every file that ships is taken out, and put in as another type: what is read is
 * then refused by the name of the file, and never half understood. */
#include <glib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "catalog.h"
#include "coach-catalog-content-private.h"

typedef struct
{
  CoachCatalog *catalog; /* (unowned): what shipped */
  const char   *file;    /* path within the catalogue */
  JsonNode     *root;    /* (unowned): the content, mutated in place */
  gboolean      is_large;
  guint         n_values; /* looked at so far */
  guint         n_refused;
} Mutation;

/* A file of hundreds of values is read anew for each of them. There each value has one of the wrong
 * ones put in its place, another each time, so that all of them come to all kinds of values. */
#define LARGE_BYTES 16000

/* What is put in the place of each value of another type. A long and an empty string are wrong
 * where a string is right. */
static JsonNode *
make_replacement (guint index)
{
  g_autofree char *word = g_strnfill (1000, 'x');

  switch (index)
    {
    case 0:
      return json_node_new (JSON_NODE_NULL);
    case 1:
      return json_node_init_boolean (json_node_alloc (), TRUE);
    case 2:
      return json_node_init_double (json_node_alloc (), -1.5);
    case 3:
      return json_node_init_array (json_node_alloc (), json_array_new ());
    case 4:
      return json_node_init_object (json_node_alloc (), json_object_new ());
    case 5:
      return json_node_init_string (json_node_alloc (), "");
    case 6:
      return json_node_init_string (json_node_alloc (), word);
    default:
      return NULL;
    }
}

/* Rules and guides are read into a catalogue that has only what they speak of. */
static CoachCatalog *
make_catalog_for_rules (CoachCatalog *shipped)
{
  CoachCatalog *catalog = coach_catalog_new ();
  GListModel *traits = coach_catalog_get_traits (shipped);
  GListModel *conditions = coach_catalog_get_conditions (shipped);

  for (guint i = 0; i < g_list_model_get_n_items (traits); i++)
    {
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, i);

      coach_catalog_add_trait (catalog, trait);
    }
  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      coach_catalog_add_condition (catalog, condition);
    }
  return catalog;
}

/* What reads a file that is the only one of its kind. */
typedef struct
{
  const char *file;
  gboolean    is_base; /* whether others build on it, so that it is read into nothing */
  void      (*read) (CoachCatalog       *catalog,
                     CoachContentReader *reader);
} SingleFile;

static const SingleFile single_files[] = {
  { "traits.json", TRUE, coach_catalog_read_traits },
  { "conditions.json", TRUE, coach_catalog_read_conditions },
  { "rules.json", FALSE, coach_catalog_read_rules },
  { "screening.json", FALSE, coach_catalog_read_screening },
  { "safety.json", FALSE, coach_catalog_read_safety },
  { "pain.json", FALSE, coach_catalog_read_pain },
  { "activities.json", TRUE, coach_catalog_read_activities },
};

/* Articles are read into a catalogue that has only the activities they are about. */
static CoachCatalog *
make_catalog_for_articles (CoachCatalog *shipped)
{
  CoachCatalog *catalog = coach_catalog_new ();
  GListModel *activities = coach_catalog_get_activities (shipped);

  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      coach_catalog_add_activity (catalog, activity);
    }
  return catalog;
}

static gboolean
read_content (Mutation            *self,
              CoachContentReader  *reader,
              GError             **error)
{
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachMove) move = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (single_files); i++)
    if (g_str_equal (self->file, single_files[i].file))
      {
        g_autoptr (CoachCatalog) catalog = single_files[i].is_base
                                               ? coach_catalog_new ()
                                               : make_catalog_for_rules (self->catalog);

        single_files[i].read (catalog, reader);
        return coach_content_reader_finish (reader, error);
      }
  if (g_str_has_prefix (self->file, "articles/"))
    {
      g_autoptr (CoachCatalog) catalog = make_catalog_for_articles (self->catalog);

      coach_catalog_read_article (catalog, reader);
      return coach_content_reader_finish (reader, error);
    }
  return coach_catalog_read_outside (self->catalog, reader, &routine, &move, error);
}

static gboolean
is_accepted (Mutation *self)
{
  g_autofree char *text = json_to_string (self->root, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachContentReader) reader = NULL;

  reader = coach_content_reader_new_from_data (self->file, text, strlen (text), &error);
  g_assert_no_error (error);
  if (read_content (self, reader, &error))
    return TRUE;
  self->n_refused++;
  g_assert_true (error->domain == COACH_CATALOG_ERROR);
  g_assert_true (g_str_has_prefix (error->message, self->file));
  return FALSE;
}

/* What a routine says of a step replaces the movement's dose, and may be left out, as may what
 * most files do not say. */
static gboolean
may_be_missing (Mutation   *self,
                const char *member)
{
  static const struct
  {
    const char *file;
    const char *members[8];
  } optional[] = {
    { "articles/", { "activity" } },
    { "avoid/", { "common" } },
    { "movements/", { "breathingPace" } },
    { "routines/", { "occasion", "order", "reps", "restSeconds", "seconds", "sets",
                     "timeOfDay" } },
    { "screening.json", { "condition", "covers", "sets", "unless" } },
    { "safety.json", { "now_min", "rise_min" } },
    { "pain.json", { "3", "5", "7", "add_conditions", "avoid_traits", "days", "side_text",
                     "step_up_after_good" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    for (guint j = 0; j < G_N_ELEMENTS (optional[i].members); j++)
      if (g_str_has_prefix (self->file, optional[i].file)
          && g_strcmp0 (optional[i].members[j], member) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
has_type_of (JsonNode *a,
             JsonNode *b)
{
  return json_node_get_node_type (a) == json_node_get_node_type (b)
         && (!JSON_NODE_HOLDS_VALUE (a)
             || (json_node_get_value_type (a) == json_node_get_value_type (b)
                 && json_node_get_value_type (a) != G_TYPE_STRING));
}

static gboolean
is_left_out (Mutation *self,
             guint     replacement)
{
  return self->is_large && (replacement + self->n_values) % 7 != 0;
}

static void mutate (Mutation *self,
                    JsonNode *node);

static void
mutate_member (Mutation   *self,
               JsonObject *object,
               const char *member)
{
  g_autoptr (JsonNode) right = json_object_dup_member (object, member);
  JsonNode *wrong;

  self->n_values++;
  for (guint i = 0; (wrong = make_replacement (i)) != NULL; i++)
    {
      gboolean fine = has_type_of (right, wrong)
                      || (g_str_equal (member, "easier") && JSON_NODE_HOLDS_NULL (wrong));

      if (is_left_out (self, i))
        {
          json_node_unref (wrong);
          continue;
        }
      json_object_set_member (object, member, wrong);
      if (is_accepted (self) && !fine)
        g_error ("%s: %s was accepted as %s", self->file, member, json_node_type_name (wrong));
    }
  json_object_remove_member (object, member);
  if (is_accepted (self) && !may_be_missing (self, member))
    g_error ("%s: %s may be left out", self->file, member);
  json_object_set_member (object, member, json_node_copy (right));
  mutate (self, json_object_get_member (object, member));
}

static JsonArray *
copy_with (JsonArray *array,
           guint      index,
           JsonNode  *node)
{
  JsonArray *copy = json_array_sized_new (json_array_get_length (array));

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (i != index)
      json_array_add_element (copy, json_array_dup_element (array, i));
    else if (node != NULL)
      json_array_add_element (copy, node);
  return copy;
}

static void
mutate_element (Mutation *self,
                JsonNode *array_node,
                guint     index)
{
  g_autoptr (JsonArray) array = json_node_dup_array (array_node);
  JsonNode *right = json_array_get_element (array, index);
  JsonNode *wrong;

  self->n_values++;
  for (guint i = 0; (wrong = make_replacement (i)) != NULL; i++)
    {
      gboolean fine = has_type_of (right, wrong) && !JSON_NODE_HOLDS_OBJECT (right);

      if (is_left_out (self, i))
        {
          json_node_unref (wrong);
          continue;
        }
      json_node_take_array (array_node, copy_with (array, index, wrong));
      if (is_accepted (self) && !fine)
        g_error ("%s: an element was accepted as %s", self->file, json_node_type_name (wrong));
    }
  json_node_take_array (array_node, copy_with (array, index, NULL));
  is_accepted (self);
  json_node_set_array (array_node, array);
  mutate (self, right);
}

static void
mutate (Mutation *self,
        JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (GList *l = members; l != NULL; l = l->next)
        g_ptr_array_add (names, g_strdup (l->data));
      for (guint i = 0; i < names->len; i++)
        mutate_member (self, object, g_ptr_array_index (names, i));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      guint n = json_array_get_length (json_node_get_array (node));
      guint most = g_getenv ("LOWTIDE_PATIENCE") != NULL ? 3 : 40;

      /* Where there are hundreds, as of rules, those between are of the same make. */
      for (guint i = 0; i < n; i += i == 1 && n > most ? n - 2 : 1)
        mutate_element (self, node, i);
    }
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

static void
mutate_file (CoachCatalog *catalog,
             const char   *file)
{
  g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"), file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  Mutation self = { .catalog = catalog, .file = file };

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  self.root = json_parser_get_root (parser);
  self.is_large = get_size (path) > LARGE_BYTES;
  g_assert_true (is_accepted (&self));
  mutate (&self, self.root);
  g_assert_true (is_accepted (&self));
  g_assert_cmpuint (self.n_refused, >, 20);
}

static void
test_folder (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  /* With sanitizers this takes its time, and files of a folder are much alike. */
  guint stride = g_getenv ("LOWTIDE_PATIENCE") != NULL ? 8 : 1;
  const char *name;
  guint n = 0;

  g_test_summary ("Nothing in a shipped file may be missing or of another type");
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = *folder != '\0' ? g_build_filename (folder, name, NULL)
                                              : g_strdup (name);

      if (g_str_has_suffix (name, ".json") && (*folder == '\0' || n++ % stride == 0))
        mutate_file (catalog, file);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/catalog/mutation/top", "", test_folder);
  g_test_add_data_func ("/catalog/mutation/movements", "movements", test_folder);
  g_test_add_data_func ("/catalog/mutation/avoid", "avoid", test_folder);
  g_test_add_data_func ("/catalog/mutation/routines", "routines", test_folder);
  g_test_add_data_func ("/catalog/mutation/articles", "articles", test_folder);

  return g_test_run ();
}
