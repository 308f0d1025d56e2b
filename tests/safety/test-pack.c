/* When warm and cold packs are refused, and what there is to keep to. */
#include <glib.h>

#include "screening-fixture.h"

#define TODAY "2026-03-20"
#define NOW   "2026-03-20T14:00:00Z"

#define NUMB COACH_PAIN_NUMBNESS

typedef struct
{
  CoachCatalog   *catalog; /* (owned) */
  CoachScreening *screening;
} Fixture;

/* What is known; "" and zero is a person without any sign. */
typedef struct
{
  const char     *answers; /* beside all the others, which are no; NULL when nothing was answered */
  CoachPainFlags  left;
  CoachPainFlags  right;
  const char     *condition;
  const char     *earlier; /* "heat@2026-03-20T12:00:00Z/900 cold@…": kind, beginning, seconds */
  const char     *now;     /* NOW unless given */
} Person;

typedef struct
{
  CoachPackFacts  facts;
  CoachPain       pain;
  const char     *conditions[2];
  GArray         *earlier; /* (owned) (element-type CoachPackUse) */
} Case;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->screening = coach_catalog_get_screening (fixture->catalog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->catalog);
}

static CoachScreeningDecision *
decide (Fixture    *fixture,
        const char *answers)
{
  g_autoptr (CoachScreeningRecord) record = NULL;
  g_autoptr (CoachScreeningRecord) others = NULL;
  g_auto (GStrv) ids = NULL;
  GDate today = coach_test_day (TODAY);

  if (answers == NULL)
    record = coach_screening_record_new ();
  else
    {
      record = coach_screening_record_all_no (fixture->screening, TODAY);
      others = coach_screening_record_from_text (answers);
      ids = coach_screening_record_dup_ids (others);
      for (guint i = 0; ids[i] != NULL; i++)
        coach_screening_record_set (record, ids[i], coach_screening_record_get (others, ids[i]));
    }
  return coach_screening_decide (fixture->screening, record, COACH_TREND_STEADY, &today);
}

static GDateTime *
read_time (const char *text)
{
  GDateTime *time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return time;
}

static void
clear_use (gpointer data)
{
  g_date_time_unref (((CoachPackUse *) data)->began);
}

static GArray *
read_earlier (const char *text)
{
  GArray *earlier = g_array_new (FALSE, FALSE, sizeof (CoachPackUse));
  g_auto (GStrv) entries = g_strsplit (text != NULL ? text : "", " ", -1);

  g_array_set_clear_func (earlier, clear_use);
  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (entries[i], "@/", 3);
      CoachPackUse use = { 0 };

      g_assert_true (coach_pack_kind_from_id (parts[0], &use.kind));
      use.began = read_time (parts[1]);
      use.length_s = (guint) atoi (parts[2]);
      g_array_append_val (earlier, use);
    }
  return earlier;
}

static Case *
case_new (Fixture      *fixture,
          const Person *person)
{
  Case *self = g_new0 (Case, 1);

  self->pain.left = person->left;
  self->pain.right = person->right;
  self->conditions[0] = person->condition;
  self->earlier = read_earlier (person->earlier);
  self->facts = (CoachPackFacts) {
    .catalog = fixture->catalog,
    .decision = decide (fixture, person->answers),
    .conditions = self->conditions,
    .pain = &self->pain,
    .earlier = (const CoachPackUse *) (gpointer) self->earlier->data,
    .n_earlier = self->earlier->len,
    .now = read_time (person->now != NULL ? person->now : NOW),
  };
  return self;
}

static void
case_free (Case *self)
{
  coach_screening_decision_unref (self->facts.decision);
  g_date_time_unref (self->facts.now);
  g_array_unref (self->earlier);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static void
assert_says (char       **sentences,
             const char  *pattern)
{
  g_autofree char *joined = g_strjoinv ("|", sentences);

  if (!g_pattern_match_simple (pattern, joined))
    g_error ("“%s” is not “%s”", joined, pattern);
}

#define BLOCKED "Heat and cold are off*"
#define FIRST   "The warning-sign questions come first*"

/* Patterns of what is said against each. */
static const struct
{
  const char *name;
  Person      person;
  CoachSide   side;
  const char *heat;
  const char *cold;
} refusals[] = {
  { "nothing speaks against it", { "" }, COACH_SIDE_NONE, "", "" },
  { "nothing was answered", { NULL }, COACH_SIDE_NONE, FIRST, FIRST },
  { "an emergency", { "saddle=yes@" TODAY }, COACH_SIDE_NONE, BLOCKED, BLOCKED },
  { "an emergency that is not sure", { "cold-leg=not-sure@" TODAY }, COACH_SIDE_NONE, BLOCKED,
    BLOCKED },
  { "a swollen calf", { "clot-leg=yes@" TODAY }, COACH_SIDE_NONE, BLOCKED, BLOCKED },
  { "a fever", { "fever=yes@" TODAY }, COACH_SIDE_NONE, BLOCKED, BLOCKED },
  { "told not to", { "told-not-to=yes@" TODAY }, COACH_SIDE_NONE, BLOCKED, BLOCKED },
  { "numb skin", { "numb-skin=yes@" TODAY }, COACH_SIDE_NONE, "*may not feel a burn*",
    "*may not feel a burn*" },
  { "poor circulation", { "walking-legs=yes@" TODAY }, COACH_SIDE_NONE, "*circulation*",
    "*circulation*" },
  { "both", { "numb-skin=yes@" TODAY " walking-legs=yes@" TODAY }, COACH_SIDE_NONE,
    "*circulation*|*feel a burn*", "*circulation*|*feel a burn*" },
  { "a note alone", { "stiff-mornings=yes@" TODAY }, COACH_SIDE_NONE, "", "" },
  { "pregnancy", { "pregnant=yes@" TODAY ",weeks:20" }, COACH_SIDE_NONE, "", "" },

  { "numb there", { "", .left = NUMB }, COACH_SIDE_LEFT, "*on the left. No heat*",
    "*on the left. No heat*" },
  { "numb on the other side", { "", .left = NUMB }, COACH_SIDE_RIGHT, "", "" },
  { "numb on one side, and the back", { "", .right = NUMB }, COACH_SIDE_NONE,
    "*on the right. No heat*", "*on the right. No heat*" },
  { "numb on both", { "", NUMB, NUMB }, COACH_SIDE_NONE, "*on both sides*", "*on both sides*" },
  { "numb on both, one is meant", { "", NUMB, NUMB }, COACH_SIDE_RIGHT, "*on the right*",
    "*on the right*" },
  { "burning is not numb", { "", COACH_PAIN_BURNING, COACH_PAIN_WEAKNESS }, COACH_SIDE_NONE, "",
    "" },

  { "too soon", { "", .earlier = "heat@2026-03-20T12:00:00Z/900" }, COACH_SIDE_NONE,
    "Leave 2 hours between two warm packs: again from 14:15 on.", "" },
  { "too soon by a second", { "", .earlier = "cold@2026-03-20T11:50:01Z/600" }, COACH_SIDE_NONE,
    "", "Leave 2 hours between two cold packs: again from 14:01 on." },
  { "late enough", { "", .earlier = "cold@2026-03-20T11:50:00Z/600" }, COACH_SIDE_NONE, "", "" },
  { "left on for long", { "", .earlier = "heat@2026-03-20T11:00:00Z/4000" }, COACH_SIDE_NONE,
    "*again from 14:07 on.", "" },
  { "the newest counts",
    { "", .earlier = "heat@2026-03-20T12:30:00Z/900 heat@2026-03-20T12:00:00Z/60" },
    COACH_SIDE_NONE, "*again from 14:45 on.", "" },
  { "over midnight", { "", .earlier = "heat@2026-03-19T23:30:00Z/900",
                       .now = "2026-03-20T00:30:00Z" },
    COACH_SIDE_NONE, "*again from 01:45 on.", "" },
  { "another zone", { "", .earlier = "heat@2026-03-20T14:30:00+01:00/600" }, COACH_SIDE_NONE,
    "*again from 15:40 on.", "" },
  { "told in the zone that one is in", { "", .earlier = "heat@2026-03-20T12:00:00Z/900",
                                         .now = "2026-03-20T15:00:00+01:00" },
    COACH_SIDE_NONE, "*again from 15:15 on.", "" },
  { "the clock was set back a little", { "", .earlier = "heat@2026-03-20T15:00:00Z/900" },
    COACH_SIDE_NONE, "*again from 17:15 on.", "" },
  { "the clock was set back by a year", { "", .earlier = "heat@2027-03-20T14:00:00Z/900" },
    COACH_SIDE_NONE, "", "" },

  { "often enough today",
    { "", .earlier = "heat@2026-03-20T01:00:00Z/900 heat@2026-03-20T05:00:00Z/900 "
                     "heat@2026-03-20T08:00:00Z/900" },
    COACH_SIDE_NONE, "3 warm packs a day are enough.*", "" },
  { "often enough, and too soon: one reason is enough",
    { "", .earlier = "cold@2026-03-20T01:00:00Z/600 cold@2026-03-20T05:00:00Z/600 "
                     "cold@2026-03-20T13:00:00Z/600" },
    COACH_SIDE_NONE, "", "3 cold packs a day are enough.*tomorrow." },
  { "each kind is counted by itself",
    { "", .earlier = "heat@2026-03-20T01:00:00Z/900 cold@2026-03-20T05:00:00Z/600 "
                     "heat@2026-03-20T08:00:00Z/900" },
    COACH_SIDE_NONE, "", "" },
  { "yesterday does not count",
    { "", .earlier = "heat@2026-03-19T23:59:59Z/900 heat@2026-03-20T05:00:00Z/900 "
                     "heat@2026-03-20T08:00:00Z/900" },
    COACH_SIDE_NONE, "", "" },

  { "all at once", { "numb-skin=yes@" TODAY, .left = NUMB,
                     .earlier = "heat@2026-03-20T13:00:00Z/900" },
    COACH_SIDE_LEFT, "*feel a burn*|*on the left*|Leave 2 hours*", "*feel a burn*|*on the left*" },
};

static void
test_refusals (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_test_summary ("A pack is refused for each reason of the protocol, and for no other");
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (Case) self = case_new (fixture, &refusals[i].person);
      g_auto (GStrv) heat = NULL;
      g_auto (GStrv) cold = NULL;

      g_test_message ("%s", refusals[i].name);
      heat = coach_pack_dup_refusals (&self->facts, COACH_PACK_HEAT, refusals[i].side);
      cold = coach_pack_dup_refusals (&self->facts, COACH_PACK_COLD, refusals[i].side);
      assert_says (heat, refusals[i].heat);
      assert_says (cold, refusals[i].cold);
    }
}

static void
test_nothing_known (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (GDateTime) now = read_time (NOW);
  const CoachPackFacts facts = { .catalog = fixture->catalog, .now = now };
  g_auto (GStrv) heat = coach_pack_dup_refusals (&facts, COACH_PACK_HEAT, COACH_SIDE_NONE);
  g_auto (GStrv) notes = coach_pack_dup_notes (&facts, COACH_PACK_HEAT);

  g_test_summary ("Who is not known is asked first");
  assert_says (heat, FIRST);
  assert_says (notes, "");
}

/* Patterns of what there is to keep to. */
static const struct
{
  const char *name;
  Person      person;
  CoachSide   side;
  const char *heat;
  const char *cold;
} notes[] = {
  { "nothing", { "" }, COACH_SIDE_NONE, "", "" },
  { "pregnancy", { "pregnant=yes@" TODAY ",weeks:20" }, COACH_SIDE_NONE, "In pregnancy: warm only*",
    "" },
  { "pregnancy in the profile", { "", .condition = "pregnancy" }, COACH_SIDE_NONE,
    "In pregnancy: warm only*", "" },
  { "numb on the left", { "", .left = NUMB }, COACH_SIDE_RIGHT, "On the right only*",
    "On the right only*" },
  { "numb on the right, and pregnancy", { "", .right = NUMB, .condition = "pregnancy" },
    COACH_SIDE_LEFT, "On the left only*|In pregnancy*", "On the left only*" },
  { "numb on both", { "", NUMB, NUMB }, COACH_SIDE_NONE, "", "" },
};

static void
test_notes (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("Where a pack may be used, it is said what this person is to keep to");
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (Case) self = case_new (fixture, &notes[i].person);
      g_auto (GStrv) heat = coach_pack_dup_notes (&self->facts, COACH_PACK_HEAT);
      g_auto (GStrv) cold = coach_pack_dup_notes (&self->facts, COACH_PACK_COLD);

      g_test_message ("%s", notes[i].name);
      g_assert_cmpint (coach_pack_choose_side (&self->facts), ==, notes[i].side);
      assert_says (heat, notes[i].heat);
      assert_says (cold, notes[i].cold);
    }
}

static void
test_normal_skin (Fixture       *fixture,
                  gconstpointer  user_data)
{
  static const struct
  {
    const char *earlier;
    gboolean    heat;
    gboolean    cold;
  } cases[] = {
    { "", FALSE, FALSE },
    { "heat@2026-03-20T13:00:00Z/900", FALSE, TRUE },
    { "cold@2026-03-20T13:00:00Z/600", TRUE, FALSE },
    { "cold@2026-03-20T11:40:00Z/600", FALSE, FALSE },
    { "heat@2026-03-20T13:30:00Z/900 cold@2026-03-20T13:00:00Z/600", TRUE, TRUE },
  };

  g_test_summary ("After the other kind it is asked whether the skin is back to normal");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Case) self = case_new (fixture, &(Person) { "", .earlier = cases[i].earlier });

      g_test_message ("%s", cases[i].earlier);
      g_assert_cmpint (coach_pack_asks_whether_skin_is_normal (&self->facts, COACH_PACK_HEAT), ==,
                       cases[i].heat);
      g_assert_cmpint (coach_pack_asks_whether_skin_is_normal (&self->facts, COACH_PACK_COLD), ==,
                       cases[i].cold);
    }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("Each kind has its directions and what speaks against it");
  for (int kind = COACH_PACK_HEAT; kind <= COACH_PACK_COLD; kind++)
    {
      g_auto (GStrv) directions = coach_pack_dup_directions (kind);
      g_auto (GStrv) precautions = coach_pack_dup_precautions (kind);

      assert_says (directions, kind == COACH_PACK_HEAT ? "*Not a hot-water bottle*fall asleep*"
                                                       : "*damp towel*fall asleep*");
      assert_says (precautions, kind == COACH_PACK_HEAT ? "*alone|*48 hours" : "*alone|*Raynaud*");
    }
}

#define add_pack(name, test) \
  g_test_add ("/pack/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_pack ("refusals", test_refusals);
  add_pack ("nothing-known", test_nothing_known);
  add_pack ("notes", test_notes);
  add_pack ("normal-skin", test_normal_skin);
  add_pack ("words", test_words);

  return g_test_run ();
}
