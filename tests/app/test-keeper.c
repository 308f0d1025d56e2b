/* What cannot be read or written is told in plain words, and what changes is written. */
#define _GNU_SOURCE
#include <glib/gstdio.h>
#include <string.h>

#include "coach-keeper.h"
#include "coach-manual-clock.h"

typedef struct
{
  char         *folder;  /* (owned) */
  CoachPlaces  *places;  /* (owned) */
  CoachJournal *journal; /* (owned) */
  CoachCatalog *catalog; /* (owned) */
  CoachProfile *profile; /* (owned) */
  CoachDiary   *diary;   /* (owned) */
  CoachKeeper  *keeper;  /* (owned) */
  GString      *told;    /* (owned): the headings */
} Fixture;

static void
told_cb (CoachKeeper *keeper,
         const char  *heading,
         const char  *body,
         Fixture     *fixture)
{
  g_assert_cmpuint (strlen (body), >, 40);
  g_string_append_printf (fixture->told, "%s%s", fixture->told->len > 0 ? "; " : "", heading);
}

static void
start (Fixture *fixture)
{
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();

  g_string_truncate (fixture->told, 0);
  fixture->profile = coach_profile_new ();
  fixture->journal = coach_journal_new (fixture->places);
  fixture->diary = coach_diary_new (fixture->journal);
  fixture->keeper = coach_keeper_new (fixture->journal, COACH_CLOCK (clock));
  g_signal_connect (fixture->keeper, "told", G_CALLBACK (told_cb), fixture);
  coach_keeper_load_profile (fixture->keeper, fixture->profile, fixture->catalog);
  coach_keeper_load_diary (fixture->keeper, fixture->diary);
  coach_keeper_keep (fixture->keeper);
  coach_manual_clock_advance (clock, 10 * G_USEC_PER_SEC);
}

/* A thread that makes a copy drops its reference a moment after it is done. */
static void
wait_for_copies (Fixture *fixture)
{
  for (guint i = 0; i < 5000 && G_OBJECT (fixture->journal)->ref_count > 4; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
end (Fixture *fixture)
{
  coach_keeper_flush (fixture->keeper);
  wait_for_copies (fixture);
  g_assert_finalize_object (fixture->keeper);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->diary);
  g_assert_finalize_object (fixture->journal);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *base = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_build_filename (base, "lowtide", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  fixture->places = coach_places_new ("unused", "unused", fixture->folder);
  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->told = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->folder);
  g_object_unref (fixture->places);
  g_object_unref (fixture->catalog);
  g_string_free (fixture->told, TRUE);
}

static void
put (Fixture    *fixture,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_remove (path);
}

static void
erase (Fixture *fixture)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (fixture->places);

  g_assert_true (coach_journal_erase (journal, NULL));
}

static const struct
{
  const char *profile; /* the file, or NULL for none */
  const char *diary;
  const char *told;
} cases[] = {
  { NULL, NULL, "" },
  { "{\"version\":2,\"conditions\":[\"osteoporosis\"]}", "{\"version\":1}", "" },
  { "{\"version\":2,\"conditions\":[\"of-tomorrow\"]}", NULL, "A Condition Is Not Known" },
  { "{\"version\":3}", "{\"version\":2}",
    "A Newer Lowtide Was Used Before; A Newer Lowtide Was Used Before" },
  { "{\"place\":7}", "{\"packs\":7}",
    "Some of What You Told Lowtide Cannot Be Read; Some of Your Diary Cannot Be Read" },
  { "{", "{", "What You Told Lowtide Cannot Be Read; Your Diary Cannot Be Read" },
};

static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_test_summary ("Each accident has its words");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      erase (fixture);
      put (fixture, "profile.json", cases[i].profile);
      put (fixture, "diary.json", cases[i].diary);
      start (fixture);
      g_assert_cmpstr (fixture->told->str, ==, cases[i].told);
      end (fixture);
    }
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 29, 9, 0, 0);
  CoachPain pain = { .scores = { 3 } };

  g_test_summary ("What changes is there the next time, even when the program ends at once");
  start (fixture);
  coach_profile_set_side (fixture->profile, COACH_SIDE_LEFT);
  coach_diary_add_checkin (fixture->diary, now, &pain);
  coach_keeper_flush (fixture->keeper);
  end (fixture);
  start (fixture);
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_LEFT);
  g_assert_cmpuint (coach_diary_get_n_checkins (fixture->diary), ==, 1);
  end (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
}

static void
wait_until_told (Fixture *fixture)
{
  for (guint i = 0; i < 3000 && fixture->told->len == 0; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_test_summary ("Where nothing can be written that is told once, and what was said is kept");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  start (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "Your Journal Could Not Be Saved");
  g_string_truncate (fixture->told, 0);
  for (CoachSide side = COACH_SIDE_LEFT; side <= COACH_SIDE_RIGHT; side++)
    coach_profile_set_side (fixture->profile, side);
  g_usleep (100 * 1000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (fixture->told->str, ==, "");
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_RIGHT);
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  end (fixture);
  start (fixture);
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_RIGHT);
  end (fixture);
}

static void
test_trouble (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *away = g_strconcat (fixture->folder, ".away", NULL);

  g_test_summary ("What stops being written is told of, and written when that goes again");
  start (fixture);
  wait_for_copies (fixture);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  coach_profile_set_side (fixture->profile, COACH_SIDE_LEFT);
  wait_until_told (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "Your Journal Could Not Be Saved");
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  end (fixture);
  start (fixture);
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_LEFT);
  end (fixture);
}

static void
answer (CoachProfile *profile,
        const GDate  *day)
{
  CoachScreeningAnswer no = { .answer = COACH_ANSWER_NO, .answered = *day };

  coach_screening_record_set (coach_profile_get_screening (profile), "saddle", &no);
}

static guint
count_answers (CoachProfile *profile)
{
  g_auto (GStrv) ids = NULL;

  ids = coach_screening_record_dup_ids (coach_profile_get_screening (profile));
  return g_strv_length (ids);
}

static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "journal.sqlite", NULL);
  g_autoptr (GDate) day = g_date_new_dmy (1, 2, 2024);

  g_test_summary ("After damage a copy is taken, that is told, and warning signs are asked anew");
  start (fixture);
  answer (fixture->profile, day);
  coach_profile_set_side (fixture->profile, COACH_SIDE_LEFT);
  end (fixture);
  start (fixture);
  g_assert_cmpuint (count_answers (fixture->profile), ==, 1);
  end (fixture);
  g_assert_true (g_file_set_contents (path, "no database at all, but a long enough text", -1,
                                      NULL));
  start (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "Your Journal Was Damaged");
  g_assert_cmpuint (count_answers (fixture->profile), ==, 0);
  end (fixture);
}

/* Makes zeros of the page that has @text. */
static void
lose_page_with (Fixture    *fixture,
                const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "journal.sqlite", NULL);
  g_autofree char *content = NULL;
  const char *found;
  gsize size, page;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  found = memmem (content, size, text, strlen (text));
  g_assert_nonnull (found);
  page = (gsize) (found - content) / 4096;
  memset (content + page * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

/* Writes a profile, a check-in of today and a pack of long ago. Returns the id of the check-in. */
static char *
write_all (Fixture *fixture)
{
  g_autoptr (GDateTime) long_ago = g_date_time_new_utc (2001, 1, 1, 9, 0, 0);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 29, 9, 0, 0);
  CoachPain pain = { .scores = { 3 } };
  char *id;

  erase (fixture);
  start (fixture);
  coach_profile_set_side (fixture->profile, COACH_SIDE_LEFT);
  coach_diary_add_pack (fixture->diary, COACH_PACK_HEAT, long_ago, 900);
  coach_diary_add_checkin (fixture->diary, now, &pain);
  id = g_strdup (coach_diary_get_checkin_id (fixture->diary, 0));
  end (fixture);
  return id;
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_test_summary ("Damage that is met while reading is mended before the program goes on");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = write_all (fixture);

      lose_page_with (fixture, i == 0 ? "\"left\"" : id);
      start (fixture);
      g_assert_cmpstr (fixture->told->str, ==, "Your Journal Was Damaged");
      coach_profile_set_side (fixture->profile, COACH_SIDE_RIGHT);
      end (fixture);
      start (fixture);
      g_assert_cmpstr (fixture->told->str, ==, "");
      g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_RIGHT);
      end (fixture);
    }
}

static void
test_found_later (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *id G_GNUC_UNUSED = write_all (fixture);

  g_test_summary ("Damage in what was not read is told soon after, and mended the next time");
  lose_page_with (fixture, "heat");
  start (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
  g_assert_cmpint (coach_profile_get_side (fixture->profile), ==, COACH_SIDE_LEFT);
  wait_until_told (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "Your Journal Was Damaged");
  end (fixture);
  start (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "Your Journal Was Damaged");
  end (fixture);
  start (fixture);
  wait_for_copies (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
  end (fixture);
}

static void
test_erased (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 29, 9, 0, 0);
  g_autoptr (GDate) day = g_date_new_dmy (1, 2, 2024);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  CoachPain pain = { .scores = { 3 } };

  g_test_summary ("Erasing leaves nothing in memory and nothing in the folder");
  start (fixture);
  answer (fixture->profile, day);
  coach_profile_bench (fixture->profile, "bridge", day, NULL);
  coach_profile_set_condition (fixture->profile, "pregnancy", TRUE);
  coach_diary_add_checkin (fixture->diary, now, &pain);
  coach_keeper_flush (fixture->keeper);
  /* The copy of the day may be under way now. */
  g_assert_true (coach_keeper_erase (fixture->keeper, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (coach_diary_get_n_checkins (fixture->diary), ==, 0);
  g_assert_cmpuint (count_answers (fixture->profile), ==, 0);
  g_assert_cmpuint (coach_profile_get_n_benches (fixture->profile), ==, 0);
  g_assert_false (coach_profile_has_condition (fixture->profile, "pregnancy"));
  end (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/app/keeper/told", test_told);
  ADD ("/app/keeper/kept", test_kept);
  ADD ("/app/keeper/no-room", test_no_room);
  ADD ("/app/keeper/trouble", test_trouble);
  ADD ("/app/keeper/restored", test_restored);
  ADD ("/app/keeper/unreadable", test_unreadable);
  ADD ("/app/keeper/found-later", test_found_later);
  ADD ("/app/keeper/erased", test_erased);

  return g_test_run ();
}
